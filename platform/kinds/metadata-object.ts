import type { Attribute } from '../capabilities/attribute.ts';
import type { Entity } from '../capabilities/entity.ts';
import type { Posting } from '../capabilities/posting.ts';
import type { Register } from '../capabilities/register.ts';
import type { Expression } from '../expressions/expression.ts';
import type { Text } from '../text.ts';

/**
 * One object of a configuration, whatever its kind: what every object has, and the capabilities its kind gave it.
 * Shared code looks for the capability it needs (`object.entity`, `object.register`) and never at `kind`,
 * which is for showing and grouping only.
 */
export interface MetadataObject {
  readonly id: string;
  /** 'technical.GoodsReceipt': the package's name and the object's. */
  readonly path: string;
  readonly package: string;
  readonly name: string;
  readonly kind: string;
  readonly title: Text;
  /** Title of its list; the kind's default is the title itself. */
  readonly listTitle: Text;
  readonly description?: Text;
  readonly option?: string;
  /** Operations that roles grant on it, in the order the rights matrix shows them. */
  readonly operations: readonly Operation[];
  readonly entity?: Entity;
  readonly posting?: Posting;
  readonly register?: Register;
  readonly enumeration?: { readonly values: readonly EnumerationValue[] };
  /** A single value of its own. */
  readonly constant?: Attribute;
  readonly role?: Role;
  readonly functionalOption?: FunctionalOption;
  readonly subsystem?: Subsystem;
}

export type Operation = 'read' | 'create' | 'update' | 'mark' | 'post' | 'use';

export interface EnumerationValue {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly title: Text;
}

/** What a role grants: per object path and operation, always (`true`) or for records a condition holds for. */
export interface Role {
  readonly rights: Readonly<Record<string, Readonly<Partial<Record<Operation, true | Expression>>>>>;
  /** Rights of the system itself: users, settings, closed period, infobase. */
  readonly system: readonly SystemRight[];
}

export type SystemRight = 'administer' | 'changeClosedPeriod' | 'importData' | 'exportData' | 'repost';

export interface FunctionalOption {
  readonly default: boolean;
  /** Options that must be on for this one to be on. */
  readonly requires: readonly string[];
}

/** A section of the workspace: objects in the order shown, and sections within it. */
export interface Subsystem {
  readonly objects: readonly string[];
  readonly parent?: string;
  readonly order: number;
  readonly icon?: string;
}
