export function* daysOf2026(): Generator<string> {
  const day = new Date('2026-01-01T00:00:00Z');
  while (day.getUTCFullYear() === 2026) {
    yield day.toISOString().slice(0, 10);
    day.setUTCDate(day.getUTCDate() + 1);
  }
}

export function isWorkday(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (
    weekday !== 0 &&
    weekday !== 6 &&
    date > '2026-01-08' &&
    !['2026-02-23', '2026-03-09', '2026-05-01', '2026-05-11', '2026-06-12', '2026-11-04'].includes(date)
  );
}
