/** What the files of a configuration may say. Made from the JSON Schemas beside it: node runtime/command-line/generate-source-types.ts */

/**
 * The functional option that shows this only while it is on.
 */
export type OptionName = string;
/**
 * A named value. Short form: its type alone.
 *
 * @minItems 2
 */
export type AttributeSource =
  | string
  | ReferenceSource[]
  | {
      type: TypeSource;
      /**
       * Characters at most (string).
       */
      length?: number;
      /**
       * Digits in all (decimal, integer).
       */
      precision?: number;
      /**
       * Digits after the point (decimal).
       */
      scale?: number;
      title?: TextSource;
      description?: TextSource;
      /**
       * A record without this value is not written.
       */
      required?: boolean;
      /**
       * No two records have the same value.
       */
      unique?: boolean;
      default?: ExpressionSource;
      formula?: ExpressionSource;
      check?: CheckSource;
      choose?: ExpressionSource;
      visible?: ExpressionSource;
      option?: OptionName;
      /**
       * Shown as several lines in forms.
       */
      multiline?: boolean;
    };
/**
 * The name of an object of this package (Warehouse), or of a required one (regulatory.Counterparty).
 */
export type ReferenceSource = string;
/**
 * A value type (string, money, date …), a catalog, document or enumeration (Warehouse, regulatory.Counterparty), or a list of catalogs and documents any of which may be chosen.
 *
 * @minItems 2
 */
export type TypeSource = string | ReferenceSource[];
/**
 * An expression, see docs/expressions.md: line.quantity * line.price. Put it in quotes when it has ": ", " #" or starts with a sign of YAML such as ! or {.
 */
export type ExpressionSource = string | number | boolean;
/**
 * A condition that must not be false when the record is written; with a message of its own when the long form is used.
 */
export type CheckSource =
  | string
  | {
      expression: ExpressionSource;
      message?: TextSource;
    };
export type ReferencesSource = ReferenceSource[];
/**
 * @minItems 1
 */
export type NamesSource = string[];
/**
 * A name in camelCase.
 */
export type Name = string;
/**
 * Objects this one may be created from. Short form: same-named attributes and sections are carried over. Long form: only what is set.
 */
export type FillFromSource = (
  | string
  | {
      source: ReferenceSource;
      set?: SetSource;
      /**
       * Sections to fill, each from the lines of a section of the basis.
       */
      sections?: {
        [k: string]: {
          each: Name;
          set: SetSource;
        };
      };
    }
)[];
export type OperationName = 'read' | 'create' | 'update' | 'mark' | 'post' | 'use';

export interface Sources {
  'accumulation-register'?: AccumulationRegisterSource;
  catalog?: CatalogSource;
  constant?: ConstantSource;
  document?: DocumentSource;
  enumeration?: EnumerationSource;
  ids?: IdsSource;
  'information-register'?: InformationRegisterSource;
  option?: FunctionalOptionSource;
  package?: PackageManifest;
  role?: RoleSource;
  subsystem?: SubsystemSource;
  words?: WordsSource;
}
/**
 * An accumulation register: movements that add up, written by documents.
 */
export interface AccumulationRegisterSource {
  title?: TextSource;
  listTitle?: TextSource;
  description?: TextSource;
  option?: OptionName;
  /**
   * balance keeps what is left; turnover only what flowed.
   */
  of: 'balance' | 'turnover';
  /**
   * What the register is kept by.
   */
  dimensions?: AttributesSource;
  /**
   * What is measured.
   */
  resources: AttributesSource;
  /**
   * Carried along with a record; not part of its key.
   */
  attributes?: AttributesSource;
  /**
   * Conditions on the current balance of each combination of dimensions: balance.quantity >= 0.
   */
  constraints?: {
    [k: string]:
      | string
      | {
          check: ExpressionSource;
          message?: TextSource;
        };
  };
}
/**
 * A text in the languages of the users: { en: Goods receipt, ru: Поступление МТР }.
 */
export interface TextSource {
  /**
   * English.
   */
  en?: string;
  /**
   * Russian.
   */
  ru?: string;
  /**
   * Persian.
   */
  fa?: string;
}
/**
 * Attributes in the order forms show them.
 */
export interface AttributesSource {
  [k: string]: AttributeSource;
}
/**
 * A catalog: a list of items such as counterparties, warehouses or goods.
 */
export interface CatalogSource {
  title?: TextSource;
  listTitle?: TextSource;
  description?: TextSource;
  option?: OptionName;
  /**
   * How items are coded; none: items have no code.
   */
  code?:
    | string
    | {
        /**
         * Digits after the prefix, zero-padded.
         */
        digits?: number;
        /**
         * Stands before the digits.
         */
        prefix?: string;
        /**
         * Codes are unique in the whole catalog, under one owner, or under one parent.
         */
        within?: 'whole' | 'owner' | 'parent';
        /**
         * The system gives the next code.
         */
        automatic?: boolean;
        /**
         * A user may type a code of her own.
         */
        editable?: boolean;
      };
  /**
   * Characters of the description at most, 150 unless told.
   */
  descriptionLength?: number;
  /**
   * Items below groups, or items below items.
   */
  hierarchy?: 'groups' | 'items';
  /**
   * Catalogs or documents whose records own the items.
   */
  owners?: ReferencesSource;
  /**
   * Attributes searched when a user types into a reference field.
   */
  inputBy?: NamesSource;
  /**
   * Attributes an item is shown by.
   */
  presentation?: NamesSource;
  /**
   * Attribute that orders lists; with a minus before it, descending.
   */
  order?: string;
  attributes?: AttributesSource;
  sections?: SectionsSource;
  checks?: ChecksSource;
  fillFrom?: FillFromSource;
  /**
   * Items that every infobase has, by the name expressions use (Warehouse.main).
   */
  predefined?: {
    [k: string]: {
      title?: TextSource;
      /**
       * It is a group of a catalog with groups.
       */
      isGroup?: boolean;
      /**
       * Name of another predefined item.
       */
      parent?: Name;
      /**
       * Values of attributes; a reference or an enumeration is written as in expressions (Unit.piece).
       */
      values?: {
        [k: string]: string | number | boolean | null;
      };
    };
  };
}
/**
 * Tabular sections by name.
 */
export interface SectionsSource {
  [k: string]: SectionSource;
}
/**
 * A tabular section: lines that live and die with their record.
 */
export interface SectionSource {
  title?: TextSource;
  description?: TextSource;
  /**
   * At least one line must be there.
   */
  required?: boolean;
  option?: OptionName;
  attributes: AttributesSource;
}
/**
 * Conditions over the whole record, each with a name.
 */
export interface ChecksSource {
  [k: string]: CheckSource;
}
/**
 * What each name receives.
 */
export interface SetSource {
  [k: string]: ExpressionSource;
}
/**
 * A constant: one value for the whole infobase.
 */
export interface ConstantSource {
  title?: TextSource;
  listTitle?: TextSource;
  description?: TextSource;
  option?: OptionName;
  type: TypeSource;
  /**
   * Characters at most (string).
   */
  length?: number;
  /**
   * Digits in all (decimal, integer).
   */
  precision?: number;
  /**
   * Digits after the point (decimal).
   */
  scale?: number;
  /**
   * A record without this value is not written.
   */
  required?: boolean;
  default?: ExpressionSource;
  check?: CheckSource;
  choose?: ExpressionSource;
  /**
   * Shown as several lines in forms.
   */
  multiline?: boolean;
}
/**
 * A document: an event with a number and a date that may write movements into registers.
 */
export interface DocumentSource {
  title?: TextSource;
  listTitle?: TextSource;
  description?: TextSource;
  option?: OptionName;
  /**
   * How documents are numbered.
   */
  number?: {
    /**
     * Stands before the digits.
     */
    prefix?: string;
    /**
     * Numbers start again with each period.
     */
    period?: 'none' | 'day' | 'month' | 'quarter' | 'year';
    /**
     * Digits after the prefix, zero-padded.
     */
    digits?: number;
    /**
     * No number is ever skipped; such documents are written one after another.
     */
    gapless?: boolean;
    /**
     * A user may type a number of her own.
     */
    editable?: boolean;
  };
  /**
   * Attributes searched when a user types into a reference field.
   */
  inputBy?: NamesSource;
  /**
   * Attributes a document is shown by.
   */
  presentation?: NamesSource;
  /**
   * Attribute that orders lists; with a minus before it, descending.
   */
  order?: string;
  attributes?: AttributesSource;
  sections?: SectionsSource;
  checks?: ChecksSource;
  /**
   * Rules by which a posted document writes movements. A list holds versions of one rule, each but the first with the date it is valid from.
   */
  posting?: {
    /**
     * @minItems 1
     */
    [k: string]:
      | {
          register: ReferenceSource;
          /**
           * Adds to the balance or takes from it; only for balance registers.
           */
          movement?: 'receipt' | 'expense';
          /**
           * Section: one movement for each of its lines. Without it the rule runs once.
           */
          each?: Name;
          when?: ExpressionSource;
          set: SetSource;
          option?: OptionName;
          /**
           * First date (ISO) this version of the rule is valid on.
           */
          from?: string;
        }
      | RuleSource[];
  };
  fillFrom?: FillFromSource;
}
/**
 * One posting rule, or one version of it.
 */
export interface RuleSource {
  register: ReferenceSource;
  /**
   * Adds to the balance or takes from it; only for balance registers.
   */
  movement?: 'receipt' | 'expense';
  /**
   * Section: one movement for each of its lines. Without it the rule runs once.
   */
  each?: Name;
  when?: ExpressionSource;
  set: SetSource;
  option?: OptionName;
  /**
   * First date (ISO) this version of the rule is valid on.
   */
  from?: string;
}
/**
 * An enumeration: a fixed list of values.
 */
export interface EnumerationSource {
  title?: TextSource;
  listTitle?: TextSource;
  description?: TextSource;
  option?: OptionName;
  /**
   * Values by name, in order. Short form: the title alone, { en: Good, ru: Годное }.
   */
  values: {
    [k: string]: {
      title?: TextSource;
      /**
       * English.
       */
      en?: string;
      /**
       * Russian.
       */
      ru?: string;
      /**
       * Persian.
       */
      fa?: string;
    };
  };
}
/**
 * ids.yaml: permanent ids by metadata path without the package name. Written by the machine; a rename is a change of the path here.
 */
export interface IdsSource {
  [k: string]: string;
}
/**
 * An information register: facts by dimensions and, if periodic, by date; the latest counts.
 */
export interface InformationRegisterSource {
  title?: TextSource;
  listTitle?: TextSource;
  description?: TextSource;
  option?: OptionName;
  /**
   * What the period is cut to; none: one record per combination of dimensions.
   */
  periodicity?: 'none' | 'day' | 'month' | 'quarter' | 'year';
  /**
   * Written by users and programs (independent), or by documents when posted (recorder).
   */
  writing?: 'independent' | 'recorder';
  /**
   * What the register is kept by.
   */
  dimensions?: AttributesSource;
  /**
   * What is measured.
   */
  resources?: AttributesSource;
  /**
   * Carried along with a record; not part of its key.
   */
  attributes?: AttributesSource;
}
/**
 * A functional option: a switch that shows or hides parts of the configuration.
 */
export interface FunctionalOptionSource {
  title?: TextSource;
  description?: TextSource;
  /**
   * On in a new infobase.
   */
  default?: boolean;
  /**
   * Options that must be on for this one to be on.
   */
  requires?: ReferencesSource;
}
/**
 * package.yaml: what a package is called and what it builds on.
 */
export interface PackageManifest {
  /**
   * In camelCase, unique on the server: the first part of every metadata path.
   */
  name: string;
  /**
   * Semantic version, 1.2.0.
   */
  version: string;
  /**
   * Who makes the package.
   */
  vendor: string;
  title: TextSource;
  description?: TextSource;
  /**
   * Packages this one refers to, each with the versions that suit: { regulatory: ^1.0.0 }.
   */
  requires?: {
    [k: string]: string;
  };
  /**
   * Module beside the manifest that gives demonstration data.
   */
  demo?: string;
}
/**
 * A role: what its users may do.
 */
export interface RoleSource {
  title?: TextSource;
  description?: TextSource;
  /**
   * Rights by object; '*' stands for every object of this package and of those it requires.
   */
  rights?: {
    [k: string]:
      | string
      | OperationName[]
      | {
          /**
           * true: always; or a condition on the record.
           */
          [k: string]: boolean | string;
        };
  };
  /**
   * Rights of the system itself.
   */
  system?: ('administer' | 'changeClosedPeriod' | 'importData' | 'exportData' | 'repost')[];
}
/**
 * A subsystem: a section of the workspace.
 */
export interface SubsystemSource {
  title?: TextSource;
  description?: TextSource;
  option?: OptionName;
  /**
   * Objects in the order shown.
   */
  objects?: ReferencesSource;
  parent?: ReferenceSource;
  /**
   * Sections are shown in ascending order.
   */
  order?: number;
  /**
   * Name of the sign the section is shown with.
   */
  icon?: string;
}
/**
 * words.yaml: titles of names that have no title of their own in this package.
 */
export interface WordsSource {
  [k: string]: TextSource;
}
