import { languages, type MetadataObject, type Text, textIn } from '#platform';
import { quoteIdentifier as q, quoteLiteral } from '../storage/quoting.ts';

/** SQL for the multilingual name of the document in row `alias`: «Sale SL-000012», «Реализация SL-000012». */
export function documentText(object: MetadataObject, alias: string): string {
  const shown = presentationText(object, alias);
  return `jsonb_build_object(${languages
    .map(
      language =>
        `${quoteLiteral(language)}, concat_ws(' ', ${quoteLiteral(textIn(object.title, language))}::text, ${shown})`,
    )
    .join(', ')})`;
}

/** SQL for the short text a record in row `alias` is shown by. */
export function presentationText(object: MetadataObject, alias: string): string {
  const names = object.entity?.presentation ?? [];
  return names.length === 0 ? 'null::text' : `concat_ws(' ', ${names.map(name => `${alias}.${q(name)}`).join(', ')})`;
}

/** SQL for a text of the metadata as JSON. */
export function textLiteral(text: Text): string {
  return `${quoteLiteral(JSON.stringify(text))}::jsonb`;
}
