const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The formats that record schemas name, for `new Ajv({ formats: recordFormats })`. A date must exist in the calendar, from
 * year 1 to 9999; times are civil, to the second or to the millisecond, without a zone.
 */
export const recordFormats: Readonly<Record<string, (text: string) => boolean>> = Object.freeze({
  date: isDate,
  month: text => /^\d{4}-\d{2}$/.test(text) && isDate(`${text}-01`),
  'civil-date-time': text =>
    isDate(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?$/.test(text.slice(10)),
  uuid: text => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text),
});

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return year >= 1 && day >= 1 && day <= (daysOfMonth[month - 1] ?? 0) + leapDay;
}
