import type {
  At,
  DefineContext,
  ExpressionScope,
  IdForm,
  TypeDeclaration,
  Wanted,
} from '../capabilities/define-context.ts';
import { checkExpression } from '../expressions/check-expression.ts';
import type { Expression } from '../expressions/expression.ts';
import type { MetadataLookup } from '../expressions/scope.ts';
import { kinds } from '../kinds/kinds.ts';
import type { MetadataObject } from '../kinds/metadata-object.ts';
import { sourcePath, withinPackage } from '../metadata-path.ts';
import { didYouMean } from '../problems/closest.ts';
import type { Problem } from '../problems/problem.ts';
import type { ExpressionSource } from '../schemas/sources.ts';
import { humanised, type Text } from '../text.ts';
import type { DataType } from '../types/data-type.ts';
import type { TypeParameter } from '../types/value-type.ts';
import { valueTypeNamed, valueTypes } from '../types/value-types.ts';
import { type AssemblyIndex, findObject, type IndexedObject, visibleNames, whyNotFound } from './assembly-index.ts';
import type { IdSource } from './permanent-ids.ts';
import type { SourceDocument } from './read-yaml.ts';

/** What the definitions of all objects share and add to. */
export interface Assembly {
  readonly index: AssemblyIndex;
  readonly idOf: IdSource;
  /** Shapes of objects by path; empty while the shapes themselves are made. */
  readonly shapes: ReadonlyMap<string, MetadataObject>;
  readonly problems: Problem[];
  /** Where each part is written, by metadata path. */
  readonly places: Map<string, { readonly file: SourceDocument; readonly at: At }>;
  /** Names that say nothing because what they name is wrong: expressions with them cannot be judged. */
  readonly unjudged: Set<string>;
}

/** The context in which one object is defined. */
export function objectContext(assembly: Assembly, object: IndexedObject): DefineContext {
  const answers = new ObjectContext(assembly, object);
  return {
    package: object.package.manifest.name,
    name: object.source.name,
    path: object.path,
    id: (path, at, form) => answers.id(path, at, form),
    title: (name, own) => own ?? wordFor(object, name),
    type: (source, at) => answers.type(source, at),
    reference: (name, at, wanted) => answers.reference(name, at, wanted),
    shape: path => assembly.shapes.get(path),
    visible: () => answers.visible(),
    expression: (source, at, scope) => answers.expression(source, at, scope),
    report: (code, at, parameters) => answers.report(code, at, parameters),
  };
}

function wordFor({ package: { words } }: IndexedObject, name: string): Text {
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  return word ?? { en: humanised(name) };
}

class ObjectContext {
  readonly #assembly: Assembly;
  readonly #object: IndexedObject;
  readonly #package: string;
  readonly #lookup: MetadataLookup;

  constructor(assembly: Assembly, object: IndexedObject) {
    this.#assembly = assembly;
    this.#object = object;
    this.#package = object.package.manifest.name;
    this.#lookup = lookupOf(assembly);
  }

  report(code: Problem['code'], at: At, parameters: Problem['parameters']): void {
    const { file } = this.#object.source;
    this.#assembly.problems.push({
      code,
      path: sourcePath(this.#object.path, at),
      place: file.placeOf(at),
      parameters,
    });
  }

  id(path: string, at: At, form: IdForm = 'short'): string {
    const { places, idOf } = this.#assembly;
    if (places.has(path)) this.report('part-twice', at, { path });
    places.set(path, { file: this.#object.source.file, at });
    return idOf(this.#object.package, withinPackage(path), form);
  }

  visible(): MetadataObject[] {
    const seen = this.#assembly.index.visible.get(this.#package);
    return [...this.#assembly.shapes.values()].filter(shape => seen?.has(shape.package) === true);
  }

  reference(name: string, at: At, wanted?: Wanted): string | undefined {
    const found = this.#find(name, at);
    if (found === undefined) return undefined;
    const { path, source } = found;
    const shape = this.#assembly.shapes.get(path);
    if (wanted === undefined || shape === undefined || wanted.suits(shape)) return path;
    this.report('reference-unsuitable', at, { name, kind: source.kind.title, wanted: wanted.title });
    return undefined;
  }

  #find(name: string, at: At): IndexedObject | undefined {
    const { index } = this.#assembly;
    const found = findObject(index, name, this.#package);
    if (found !== undefined) return found;
    const reason = whyNotFound(index, name, this.#package);
    if (reason !== undefined) this.report(reason.code, at, reason.parameters);
    return undefined;
  }

  type(source: TypeDeclaration, at: At): DataType | undefined {
    const { type: written, ...parameters } = source;
    const resolved = typeof written === 'string' ? this.#single(written, at) : this.#several(written, at);
    if (resolved === undefined) {
      this.#assembly.unjudged.add(String(at.findLast(step => step !== 'type') ?? this.#object.source.name));
      return undefined;
    }
    return this.#parameterised(resolved, parameters, at);
  }

  /** A value type by its own name, or a catalog, document or enumeration by its object's. */
  #single(name: string, at: At): DataType | undefined {
    const own = valueTypeNamed(name);
    if (own?.named === 'itself') return own.resolve({});
    if (/^[a-z][A-Za-z]*$/.test(name)) {
      this.report('reference-unknown', at, { name, didYouMean: didYouMean(name, this.#typeNames()) });
      return undefined;
    }
    return this.#pointing(name, at);
  }

  #typeNames(): string[] {
    const named = valueTypes.filter(type => type.named === 'itself').map(type => type.name);
    return [...named, ...visibleNames(this.#assembly.index, this.#package)];
  }

  /** The type of values that name objects of the kind; some kinds have none. */
  #pointing(name: string, at: At, only?: string): DataType | undefined {
    const found = this.#find(name, at);
    if (found === undefined) return undefined;
    const { path, source } = found;
    const type = valueTypeNamed(source.kind.valueType ?? '');
    if (type !== undefined && (only === undefined || type.name === only)) return type.resolve({ targets: [path] });
    const suitable = kinds.filter(kind =>
      only === undefined ? kind.valueType !== undefined : kind.valueType === only,
    );
    this.report('reference-unsuitable', at, {
      name,
      kind: source.kind.title,
      wanted: listed(suitable.map(kind => kind.title)),
    });
    return undefined;
  }

  /** The type of values that point to any of several objects. */
  #several(names: readonly string[], at: At): DataType | undefined {
    const type = valueTypes.find(type => type.named === 'byTargets');
    const targets = names.flatMap((name, index) => this.#pointing(name, [...at, index], type?.member)?.targets ?? []);
    return targets.length === names.length ? type?.resolve({ targets }) : undefined;
  }

  #parameterised(type: DataType, source: Omit<TypeDeclaration, 'type'>, at: At): DataType {
    const owner = valueTypeNamed(type.name);
    const base = at.at(-1) === 'type' ? at.slice(0, -1) : at;
    const given = typeParameters.flatMap(name => (source[name] === undefined ? [] : [[name, source[name]] as const]));
    for (const [name] of given) {
      if (owner?.parameters.includes(name)) continue;
      const allowed = valueTypes
        .filter(other => other.parameters.includes(name))
        .map(other => other.name)
        .join(', ');
      this.report('type-parameter-unsuitable', [...base, name], { type: type.name, parameter: name, allowed });
    }
    if (given.length === 0 || owner === undefined) return type;
    const resolved = owner.resolve({ ...Object.fromEntries(given), targets: type.targets ?? [] });
    const { precision = 0, scale = 0 } = resolved;
    if (scale > precision) this.report('type-scale-too-large', base, { precision, scale });
    return resolved;
  }

  expression(source: ExpressionSource | undefined, at: At, scope: ExpressionScope): Expression | undefined {
    if (source === undefined || this.#assembly.shapes.size === 0) return undefined;
    const text = String(source).trim();
    const { file } = this.#object.source;
    const full = { ...scope, package: this.#package, lookup: this.#lookup };
    const checked = checkExpression(text, full);
    if ('expression' in checked) return checked.expression;
    // Only now is the place worth finding: nearly every expression is right.
    const placed = checkExpression(text, { ...full, place: file.placeOf(at) });
    if ('problems' in placed && !this.#isUnjudged(text)) this.#assembly.problems.push(...placed.problems);
    return undefined;
  }

  #isUnjudged(text: string): boolean {
    return (text.match(/[A-Za-z]\w*/g) ?? []).some(name => this.#assembly.unjudged.has(name));
  }
}

const typeParameters: readonly TypeParameter[] = ['length', 'precision', 'scale'];

/** Titles of kinds as one text: 'Catalog, Document'. */
function listed(titles: readonly Text[]): Text {
  return { en: titles.map(title => title.en).join(', '), ru: titles.map(title => title.ru ?? title.en).join(', ') };
}

/** How expressions find objects: by the names their package may use, among the shapes. */
export function lookupOf({ index, shapes }: Pick<Assembly, 'index' | 'shapes'>): MetadataLookup {
  return {
    object: path => shapes.get(path),
    resolve: (name, fromPackage) => {
      const found = findObject(index, name, fromPackage);
      return found === undefined ? undefined : shapes.get(found.path);
    },
    names: fromPackage => visibleNames(index, fromPackage),
  };
}
