import type { Numbering } from '#platform';
import { quoteIdentifier as q, quoteLiteral } from '../../storage/quoting.ts';
import type { RecordShape } from '../record-shape.ts';
import { candidate, isNew, ofBefore, ofRecord, series } from './variables.ts';

const periodLabels: Readonly<Record<Numbering['period'], string>> = {
  none: '',
  year: 'YYYY',
  quarter: 'YYYY"Q"Q',
  month: 'YYYY-MM',
  day: 'YYYY-MM-DD',
};

const scopeColumns: Readonly<Record<Numbering['within'], readonly string[]>> = {
  whole: [],
  owner: ['owner'],
  parent: ['parent'],
};

/** Digits that a number made by hand may have and still count when a series begins: more would not fit a bigint. */
const digitsMax = 15;

/**
 * Before anything is computed: a number that cannot be typed, or was left empty, stays what it was. Numbers are made as late as
 * possible, by `allocateNumber`.
 */
export function keepNumber({ numbering }: RecordShape): string {
  if (numbering === undefined) return '';
  const number = ofRecord(numbering.attribute);
  const kept = `if not ${isNew} then ${number} := ${ofBefore(numbering.attribute)}; ${numbering.automatic ? `else ${number} := null; ` : ''}end if;`;
  if (!numbering.editable) return kept;
  return `${number} := nullif(trim(${number}), '');
  if ${number} is null and not ${isNew} then ${number} := ${ofBefore(numbering.attribute)}; end if;`;
}

/** Makes the number of a record that has none; numbers typed by hand are stepped over. */
export function allocateNumber(shape: RecordShape): string {
  const { numbering } = shape;
  if (numbering === undefined || !numbering.automatic) return '';
  const number = ofRecord(numbering.attribute);
  // A sequence is asked for directly: the shared function would cost another call for each record.
  const next = numbering.gapless
    ? `"_next_number"(${series})`
    : `nextval(to_regclass('"_numbers:' || ${series} || '"'))`;
  return `if ${number} is null then
    ${series} := ${seriesName(shape, numbering)};
    loop
      ${candidate} := ${next};
      if ${candidate} is null then
        perform "_begin_numbers"(${series}, ${numbering.gapless}, ${lastNumber(shape, numbering)});
        ${candidate} := ${next};
      end if;
      ${number} := ${quoteLiteral(numbering.prefix)} || lpad(${candidate}::text, greatest(${numbering.digits}, length(${candidate}::text)), '0');
      exit when not exists (select from ${q(shape.table)} as ":other" where ":other".${q(numbering.attribute)} = ${number}${sameSeries(numbering)});
    end loop;
  end if;`;
}

function seriesName({ object }: RecordShape, numbering: Numbering): string {
  const parts = [
    ...(numbering.period === 'none'
      ? []
      : [`to_char(${ofRecord('date')}, ${quoteLiteral(periodLabels[numbering.period])})`]),
    ...scopeColumns[numbering.within].map(column => `coalesce(${ofRecord(column)}::text, '')`),
  ];
  return [quoteLiteral(object.id), ...parts].join(` || ':' || `);
}

/** The greatest number there is in the series: the infobase may have been filled from elsewhere. */
function lastNumber(shape: RecordShape, numbering: Numbering): string {
  const column = `":other".${q(numbering.attribute)}`;
  const digits = `substr(${column}, ${numbering.prefix.length + 1})`;
  return `(select coalesce(max(case when ${digits} ~ '^[0-9]{1,${digitsMax}}$' then ${digits}::bigint end), 0) from ${q(shape.table)} as ":other"
          where starts_with(${column}, ${quoteLiteral(numbering.prefix)})${sameSeries(numbering)})`;
}

/** The records among which a number must be the only one of its kind. */
function sameSeries(numbering: Numbering): string {
  const period =
    numbering.period === 'none'
      ? []
      : [`date_trunc('${numbering.period}', ":other"."date") = date_trunc('${numbering.period}', ${ofRecord('date')})`];
  const scope = scopeColumns[numbering.within].map(column => {
    const [other, own] = [`":other".${q(column)}`, ofRecord(column)];
    return `(${other} = ${own} or ${other} is null and ${own} is null)`;
  });
  return [...period, ...scope].map(condition => ` and ${condition}`).join('');
}
