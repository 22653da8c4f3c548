import { type Attribute, type Configuration, type Language, languages, type Storage, textIn } from '#platform';
import { presentationText, textLiteral } from '../records/document-text.ts';
import type { RegisterLayout } from '../registers/register-layout.ts';
import { columnsOf } from '../storage/columns.ts';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';

/** A register without dimensions has one balance. */
const whole = { en: 'in all', ru: 'всего', fa: 'در مجموع' };

/** SQL for the multilingual text of a dimension combination in row `alias`: «Main warehouse, Bolt, Good». */
export function keyText(configuration: Configuration, layout: RegisterLayout, alias: string): string {
  const dimensions = layout.register.dimensions;
  if (dimensions.length === 0) return textLiteral(whole);
  const texts = languages.map(language => {
    const shown = dimensions.map(dimension => valueText({ configuration, dimension, alias, language }));
    return `${quoteLiteral(language)}, concat_ws(', ', ${shown.join(', ')})`;
  });
  return `jsonb_build_object(${texts.join(', ')})`;
}

interface ShownValue {
  readonly configuration: Configuration;
  readonly dimension: Attribute;
  readonly alias: string;
  readonly language: Language;
}

function valueText(shown: ShownValue): string {
  return texts[shown.dimension.type.storage](shown);
}

const texts: Readonly<Record<Storage, (shown: ShownValue) => string>> = {
  text: plainText,
  decimal: plainText,
  boolean: plainText,
  date: plainText,
  dateTime: plainText,
  month: plainText,
  file: plainText,
  reference: referenceText,
  composite: referenceText,
  enumeration: enumerationText,
};

function plainText({ dimension, alias }: ShownValue): string {
  return `${alias}.${q(dimension.name)}::text`;
}

/** A composite value is looked up in the table that its type names. */
function referenceText({ configuration, dimension, alias, language }: ShownValue): string {
  const [value, type] = columnsOf(dimension).map(({ name }) => `${alias}.${q(name)}`);
  const lookups = (dimension.type.targets ?? []).flatMap(path => {
    const target = configuration.objects[path];
    if (target === undefined) return [];
    const ofType = type === undefined ? '' : ` and ${type} = ${quoteLiteral(target.id)}`;
    return [`(select ${presentationText(target, 't', language)} from ${q(path)} t where t.id = ${value}${ofType})`];
  });
  return lookups.length === 0 ? 'null' : `coalesce(${lookups.join(', ')})`;
}

function enumerationText({ configuration, dimension, alias, language }: ShownValue): string {
  const values = (dimension.type.targets ?? []).flatMap(path => configuration.objects[path]?.enumeration?.values ?? []);
  const column = `${alias}.${q(dimension.name)}`;
  if (values.length === 0) return column;
  const cases = values.map(
    value => `when ${quoteLiteral(value.name)} then ${quoteLiteral(textIn(value.title, language))}`,
  );
  return `case ${column} ${cases.join(' ')} else ${column} end`;
}
