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
import type { MetadataObject } from '../kinds/metadata-object.ts';
import { sourcePath, withinPackage } from '../metadata-path.ts';
import type { Problem } from '../problems/problem.ts';
import type { ExpressionSource } from '../schemas/sources.ts';
import { humanised, type Text } from '../text.ts';
import type { DataType } from '../types/data-type.ts';
import { type Assembly, lookupOf } from './assembly.ts';
import { findObject, type IndexedObject, visibleNames, whyNotFound } from './assembly-index.ts';
import { resolveType } from './resolve-type.ts';

/** The context in which one object is defined: what it reports and where its parts stand goes into the assembly. */
export class ObjectContext implements DefineContext {
  readonly package: string;
  readonly name: string;
  readonly path: string;
  readonly #assembly: Assembly;
  readonly #object: IndexedObject;

  constructor(assembly: Assembly, object: IndexedObject) {
    this.package = object.package.manifest.name;
    this.name = object.source.name;
    this.path = object.path;
    this.#assembly = assembly;
    this.#object = object;
  }

  report(code: Problem['code'], at: At, parameters: Problem['parameters']): void {
    const place = this.#object.source.file.placeOf(at);
    this.#assembly.problems.push({ code, path: sourcePath(this.path, at), place, parameters });
  }

  id(path: string, at: At, form: IdForm = 'short'): string {
    const { places, idOf } = this.#assembly;
    if (places.has(path)) this.report('part-twice', at, { path });
    places.set(path, { file: this.#object.source.file, at });
    return idOf(this.#object.package, withinPackage(path), form);
  }

  title(name: string, own: Text | undefined): Text {
    const { words } = this.#object.package;
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    return own ?? word ?? { en: humanised(name) };
  }

  shape(path: string): MetadataObject | undefined {
    return this.#assembly.shapes.get(path);
  }

  visible(): MetadataObject[] {
    const seen = this.#assembly.index.visible.get(this.package);
    return [...this.#assembly.shapes.values()].filter(shape => seen?.has(shape.package) === true);
  }

  reference(name: string, at: At, wanted?: Wanted): string | undefined {
    const found = this.#find(name, at);
    const shape = found === undefined ? undefined : this.shape(found.path);
    if (found === undefined || shape === undefined || wanted === undefined || wanted.suits(shape)) return found?.path;
    this.report('reference-unsuitable', at, { name, kind: found.source.kind.title, wanted: wanted.title });
    return undefined;
  }

  #find(name: string, at: At): IndexedObject | undefined {
    const { index } = this.#assembly;
    const found = findObject(index, name, this.package);
    if (found !== undefined) return found;
    const reason = whyNotFound(index, name, this.package);
    if (reason !== undefined) this.report(reason.code, at, reason.parameters);
    return undefined;
  }

  type(source: TypeDeclaration, at: At): DataType | undefined {
    const type = resolveType(source, at, {
      report: (code, at, parameters) => this.report(code, at, parameters),
      find: (name, at) => this.#find(name, at),
      names: () => visibleNames(this.#assembly.index, this.package),
    });
    if (type === undefined) this.#assembly.unjudged.add(String(at.findLast(step => step !== 'type') ?? this.name));
    return type;
  }

  expression(source: ExpressionSource | undefined, at: At, scope: ExpressionScope): Expression | undefined {
    if (source === undefined || this.#assembly.shapes.size === 0) return undefined;
    const text = String(source).trim();
    const full = { ...scope, package: this.package, lookup: lookupOf(this.#assembly) };
    const checked = checkExpression(text, full);
    if ('expression' in checked) return checked.expression;
    // Only now is the place worth finding: nearly every expression is right.
    const placed = checkExpression(text, { ...full, place: this.#object.source.file.placeOf(at) });
    if ('problems' in placed && !this.#mentionsUnjudged(text)) {
      this.#assembly.problems.push(...placed.problems.filter(problem => !this.#concernsUnjudged(problem)));
    }
    return undefined;
  }

  /** The expression does not name what says nothing, but comes to it on its way: to a catalog whose file is broken. */
  #concernsUnjudged({ parameters: { found = '' } }: Problem): boolean {
    return this.#mentionsUnjudged(typeof found === 'object' ? JSON.stringify(found) : String(found));
  }

  #mentionsUnjudged(text: string): boolean {
    return (text.match(/[A-Za-z]\w*/g) ?? []).some(name => this.isUnjudged(name));
  }

  isUnjudged(name: string): boolean {
    return this.#assembly.unjudged.has(name);
  }
}
