import { createContext } from 'svelte';
import type { Attribute, DataType, MetadataObject, Operation, SystemRight } from '#platform';
import type { CompositeValue, MetadataView, SessionView, Value } from '../../runtime/http/contract.ts';
import type { Api } from './api.ts';
import type { Locale } from './locale.svelte.ts';

/** What every screen of a signed-in user stands on: who she is, what there is, and how to reach the server. */
export class Workspace {
  readonly infobase: string;
  readonly api: Api;
  readonly session: SessionView;
  readonly metadata: MetadataView;
  readonly locale: Locale;

  constructor(parts: { infobase: string; api: Api; session: SessionView; metadata: MetadataView; locale: Locale }) {
    this.infobase = parts.infobase;
    this.api = parts.api;
    this.session = parts.session;
    this.metadata = parts.metadata;
    this.locale = parts.locale;
  }

  object(path: string): MetadataObject | undefined {
    return this.metadata.objects[path];
  }

  objects(): readonly MetadataObject[] {
    return Object.values(this.metadata.objects);
  }

  may(path: string, operation: Operation): boolean {
    return this.metadata.operations[path]?.includes(operation) ?? false;
  }

  hasRight(right: SystemRight): boolean {
    return this.session.system.includes(right);
  }

  /** The list title of an object in the language on screen, or the path of one that is not known. */
  listTitle(path: string): string {
    const object = this.object(path);
    return object === undefined ? path : this.locale.text(object.listTitle);
  }

  title(path: string): string {
    const object = this.object(path);
    return object === undefined ? path : this.locale.text(object.title);
  }

  /** The title of an enumeration's value; the name itself when the enumeration is not known. */
  valueTitle(type: DataType, name: string): string {
    for (const target of type.targets ?? []) {
      const value = this.object(target)?.enumeration?.values.find(candidate => candidate.name === name);
      if (value !== undefined) return this.locale.text(value.title);
    }
    return name;
  }

  address(...parts: readonly string[]): string {
    return `/${[this.infobase, ...parts].map(encodeURIComponent).join('/')}`;
  }

  recordAddress(path: string, id: string): string {
    return this.address('record', path, id);
  }

  /** Where an object lives on screen; undefined for objects without a screen of their own. */
  addressOf(object: MetadataObject): string | undefined {
    if (object.entity !== undefined) return this.address('list', object.path);
    if (object.register !== undefined) return this.address('register', object.path, viewsOf(object)[0] ?? 'movements');
    if (object.constant !== undefined) return `${this.address('constants')}#${object.path}`;
    if (object.functionalOption !== undefined) return `${this.address('options')}#${object.path}`;
    return undefined;
  }
}

export const [useWorkspace, provideWorkspace] = createContext<Workspace>();

export type RegisterView = 'balance' | 'turnovers' | 'balance-and-turnovers' | 'slice' | 'records' | 'movements';

/** The views a register can be looked at by, the most asked for first. */
export function viewsOf(object: MetadataObject): readonly RegisterView[] {
  const register = object.register;
  if (register === undefined) return [];
  const views: RegisterView[] = [];
  if (register.accumulation?.of === 'balance') views.push('balance');
  if (register.accumulation !== undefined) views.push('turnovers');
  if (register.accumulation?.of === 'balance') views.push('balance-and-turnovers');
  if (register.information !== undefined && register.information.periodicity !== 'none') views.push('slice');
  views.push(register.writing === 'independent' ? 'records' : 'movements');
  return views;
}

/** Whether a value is a reference to one of several kinds of record. */
export function isComposite(value: Value | undefined): value is CompositeValue {
  return typeof value === 'object' && value !== null;
}

/** The record a reference value points to. */
export function targetOf(value: Value | undefined, type: DataType | undefined): CompositeValue | undefined {
  if (isComposite(value)) return value;
  const [path] = type?.targets ?? [];
  if (typeof value !== 'string' || path === undefined || type?.storage !== 'reference') return undefined;
  return { type: path, id: value };
}

/** The attribute of an object by name, standard ones included. */
export function attributeOf(object: MetadataObject, name: string): Attribute | undefined {
  return attributesOf(object).find(attribute => attribute.name === name);
}

/** Every attribute of an object in order: of its records, or of its register. */
export function attributesOf(object: MetadataObject): readonly Attribute[] {
  if (object.entity !== undefined) return object.entity.attributes;
  const register = object.register;
  return register === undefined ? [] : [...register.dimensions, ...register.resources, ...register.attributes];
}

/** The name of the record in its own expressions. */
export function subjectOf(object: MetadataObject): string {
  return object.entity?.subject ?? object.register?.subject ?? 'record';
}
