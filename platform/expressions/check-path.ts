import type { MetadataObject } from '../kinds/metadata-object.ts';
import { didYouMean } from '../problems/closest.ts';
import { type Checker, report } from './checker.ts';
import { describeType } from './describe-type.ts';
import type { ExpressionNode, ExpressionType } from './expression.ts';
import { commonType, referenceType, storageOf, targetsOf, valueType } from './expression-type.ts';
import type { SyntaxNode } from './parse-expression.ts';
import { balanceFields, type RowField, rowFields } from './row-fields.ts';

/** A single name: a variable, or a constant. Other objects are only named to take something of them. */
export function checkName(checker: Checker, syntax: SyntaxNode & { readonly op: 'id' }): ExpressionNode | undefined {
  const type = checker.variables[syntax.args];
  if (type !== undefined) return { op: 'variable', name: syntax.args, type };
  const object = objectNamed(checker, syntax);
  if (object === undefined) return reportUnknownName(checker, syntax, syntax.args);
  return objectValue(checker, syntax, object);
}

/** A dotted name: a member of an object, a constant of another package, or a field of what stands before the dot. */
export function checkField(checker: Checker, syntax: SyntaxNode & { readonly op: '.' }): ExpressionNode | undefined {
  const [before, name] = syntax.args;
  const owner = objectNamed(checker, before);
  if (owner !== undefined && owner.constant === undefined) return checkMember(checker, { syntax, owner, name });
  const whole = objectNamed(checker, syntax);
  if (whole !== undefined) return objectValue(checker, syntax, whole);
  if (isUnknownRoot(checker, before)) return reportUnknownName(checker, before, `${before.args}.${name}`);
  const of = checker.check(before, checker);
  return of && fieldOf(checker, { of, name, syntax });
}

/** The object that a syntax node names: `Stock`, or `technical.Stock`. Variables hide objects. */
export function objectNamed(checker: Checker, syntax: SyntaxNode): MetadataObject | undefined {
  const { lookup, package: fromPackage } = checker.scope;
  if (syntax.op === 'id') {
    return checker.variables[syntax.args] === undefined ? lookup.resolve(syntax.args, fromPackage) : undefined;
  }
  if (syntax.op !== '.' || !isUnknownRoot(checker, syntax.args[0])) return undefined;
  return lookup.resolve(`${syntax.args[0].args}.${syntax.args[1]}`, fromPackage);
}

/** Names of objects the expression may use, for "did you mean". */
export function knownObjects(checker: Checker): readonly string[] {
  return [...(checker.scope.lookup.names?.(checker.scope.package) ?? [])];
}

function isUnknownRoot(checker: Checker, syntax: SyntaxNode): syntax is SyntaxNode & { readonly op: 'id' } {
  if (syntax.op !== 'id' || checker.variables[syntax.args] !== undefined) return false;
  return checker.scope.lookup.resolve(syntax.args, checker.scope.package) === undefined;
}

function objectValue(checker: Checker, syntax: SyntaxNode, object: MetadataObject): ExpressionNode | undefined {
  if (object.constant === undefined) {
    return report(checker, 'expression-not-a-value', { start: syntax.start, found: `«${object.path}»` });
  }
  return { op: 'stored', name: 'constant', path: object.path, type: valueType(object.constant.type) };
}

function checkMember(
  checker: Checker,
  { syntax, owner, name }: { readonly syntax: SyntaxNode; readonly owner: MetadataObject; readonly name: string },
): ExpressionNode | undefined {
  const values = owner.enumeration?.values ?? [];
  if (values.some(value => value.name === name)) {
    const type = valueType({ name: 'enumeration', storage: 'enumeration', targets: [owner.path] });
    return { op: 'literal', type, value: name };
  }
  const items = owner.entity?.predefined ?? [];
  const item = items.find(item => item.name === name);
  if (item !== undefined) return { op: 'literal', type: referenceType(owner.path), value: item.id };
  const members = [...values, ...items].map(member => member.name);
  return report(checker, 'expression-unknown-member', {
    start: syntax.start,
    object: owner.path,
    name,
    suggestion: didYouMean(name, members),
    members: members.join(', ') || '—',
  });
}

function fieldOf(
  checker: Checker,
  { of, name, syntax }: { readonly of: ExpressionNode; readonly name: string; readonly syntax: SyntaxNode },
): ExpressionNode | undefined {
  const owners = fieldOwners(checker, of);
  const [first] = owners;
  if (first === undefined) {
    return report(checker, 'expression-no-fields', { start: syntax.start, found: describeType(of.type), name });
  }
  const types: ExpressionType[] = [];
  for (const { path, fields } of owners) {
    const field = fields.find(field => field.name === name);
    if (field === undefined) return reportUnknownField(checker, { syntax, name, path, fields });
    types.push(field.type);
  }
  const type = types.length === 1 ? types[0] : types.reduce<ExpressionType | undefined>(sameEverywhere, types[0]);
  if (type !== undefined) return { op: 'field', of, name, owner: first.path, type };
  const names = owners.map(owner => owner.path).join(', ');
  return report(checker, 'expression-field-differs', { start: syntax.start, name, owners: names });
}

/** Whose fields a node has: its row's, or those of every object its reference may point to. */
function fieldOwners(checker: Checker, of: ExpressionNode): readonly { path: string; fields: readonly RowField[] }[] {
  const { lookup } = checker.scope;
  const paths = of.type.of === 'row' ? [of.type.path] : targetsOf(of.type);
  return paths.flatMap(path => {
    const register = of.op === 'register' && of.name === 'balance' ? lookup.object(path)?.register : undefined;
    const fields = register === undefined ? rowFields(path, lookup) : balanceFields(register);
    return fields === undefined ? [] : [{ path, fields }];
  });
}

/** The objects of a composite reference must keep the field alike: what is read is one column of whichever it is. */
function sameEverywhere(left: ExpressionType | undefined, right: ExpressionType): ExpressionType | undefined {
  if (left === undefined || storageOf(left) === undefined || storageOf(left) !== storageOf(right)) return undefined;
  const common = commonType(left, right);
  return common !== undefined && storageOf(common) === storageOf(left) ? common : undefined;
}

function reportUnknownField(
  checker: Checker,
  field: {
    readonly syntax: SyntaxNode;
    readonly name: string;
    readonly path: string;
    readonly fields: readonly RowField[];
  },
): undefined {
  const names = field.fields.map(({ name }) => name);
  return report(checker, 'expression-unknown-field', {
    start: field.syntax.start,
    owner: field.path,
    name: field.name,
    suggestion: didYouMean(field.name, names),
    fields: names.join(', '),
  });
}

function reportUnknownName(checker: Checker, syntax: SyntaxNode, name: string): undefined {
  const variables = Object.keys(checker.variables);
  const near = didYouMean(name, [...variables, ...knownObjects(checker)]);
  const first = name.split('.', 1)[0] ?? name;
  const suggestion = near !== '' || first === name ? near : didYouMean(first, [...variables, ...knownObjects(checker)]);
  return report(checker, 'expression-unknown-name', {
    start: syntax.start,
    name: suggestion === near ? name : first,
    suggestion,
    variables: variables.join(', ') || '—',
  });
}
