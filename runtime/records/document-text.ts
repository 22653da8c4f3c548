import { type Language, languages, type MetadataObject, type Text, textIn } from '#platform';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';
import { dateFormats } from './date-formats.ts';

/** SQL for the multilingual name of the document in row `alias`: «Sale SL-000012 31 Dec 2026», «Реализация SL-000012 31.12.2026». */
export function documentText(object: MetadataObject, alias: string): string {
  return `jsonb_build_object(${languages
    .map(
      language =>
        `${quoteLiteral(language)}, concat_ws(' ', ${quoteLiteral(textIn(object.title, language))}::text, ${presentationText(object, alias, language)})`,
    )
    .join(', ')})`;
}

/** SQL for the short text a record in row `alias` is shown by to a reader of this language. */
export function presentationText(object: MetadataObject, alias: string, language: Language): string {
  const { attributes = [], presentation = [] } = object.entity ?? {};
  const parts = presentation.map(name => {
    const column = `${alias}.${q(name)}`;
    const storage = attributes.find(attribute => attribute.name === name)?.type.storage;
    const format = storage === undefined ? undefined : dateFormats[language][storage];
    return format === undefined ? column : `to_char(${column}, ${quoteLiteral(format)})`;
  });
  return parts.length === 0 ? 'null::text' : `concat_ws(' ', ${parts.join(', ')})`;
}

/** SQL for a text of the metadata as JSON. */
export function textLiteral(text: Text): string {
  return `${quoteLiteral(JSON.stringify(text))}::jsonb`;
}
