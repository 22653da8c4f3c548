/**
 * How the driver reads and binds what JavaScript has no exact type for: everything stays text, in the JSON form that
 * the platform uses. (int8 and numeric are text by the driver's own default.)
 */
export const driverTypes = {
  date: { to: 1082, from: [1082], serialize: textOfMoment, parse: (text: string) => text },
  timestamp: { to: 1114, from: [1114], serialize: textOfMoment, parse: (text: string) => text.replace(' ', 'T') },
  timestamptz: {
    to: 1184,
    from: [1184],
    serialize: textOfMoment,
    // Sessions run in UTC, so the offset is always +00.
    parse: (text: string) => text.replace(' ', 'T').replace(/\+00$/, 'Z'),
  },
};

function textOfMoment(value: string | Date): string {
  return value instanceof Date ? value.toISOString() : value;
}
