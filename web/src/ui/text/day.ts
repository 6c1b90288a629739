// Reads a day as people type it: "1-12-2026", "1 dec 26", "2026-12-01". The value is ISO: 2026-12-01.
const months: Record<string, number> = {};
[
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february'],
  ['mrt', 'maart', 'mar', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
].forEach((names, index) => names.forEach((name) => (months[name] = index + 1)));

export function parseDay(text: string): string | undefined {
  const bare = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const typed = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]+)\.?[\s./-]+(\d{2}|\d{4})$/.exec(bare);
  if (!typed) return undefined;
  const month = months[typed[2] ?? ''] ?? Number(typed[2]);
  const year = Number(typed[3]);
  return day(year < 100 ? 2000 + year : year, month, Number(typed[1]));
}

function day(year: number, month: number, date: number): string | undefined {
  const moment = new Date(Date.UTC(year, month - 1, date));
  const real = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return real ? moment.toISOString().slice(0, 10) : undefined;
}
