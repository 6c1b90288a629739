// Numbers, money and dates as people read them. Intl formatters are slow to make, so each is made
// once per locale.
import type { Locale } from './locale';

export interface Formats {
  number: (value: number, decimals?: number) => string;
  compact: (value: number) => string;
  percent: (share: number, decimals?: number) => string;
  // A decimal such as "1234.50"; when `short`, cents are for small amounts that have them.
  money: (amount: string | number, currency?: string, short?: boolean) => string;
  moneyCompact: (amount: string | number, currency?: string) => string;
  // The day of a moment in the zone of the company.
  dayOf: (moment: string | number) => string;
  date: (day: string) => string;
  dateShort: (day: string) => string;
  // '5 aug', '5 Aug – 11 Aug 2026', 'aug 26': the axis of a chart and what its points are called.
  dayMonth: (day: string) => string;
  range: (from: string, until: string) => string;
  month: (day: string) => string;
  dateTime: (moment: string | number) => string;
  time: (moment: string | number) => string;
  ago: (moment: string | number, now: number) => string;
  list: (parts: readonly string[]) => string;
  compare: (a: string, b: string) => number;
}

const tags = { nl: 'nl-NL', en: 'en-GB' } as const;

const cache = new Map<string, Formats>();

export function formatsFor(locale: Locale): Formats {
  const key = `${locale.language}|${locale.timeZone}|${locale.currency}`;
  const known = cache.get(key);
  if (known) return known;
  const made = make(locale);
  cache.set(key, made);
  return made;
}

function make({ language, timeZone, currency: home }: Locale): Formats {
  const tag = tags[language];
  const number = memo((decimals: string) => new Intl.NumberFormat(tag, fixed(Number(decimals))));
  const anyNumber = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 2 });
  const percent = memo(
    (decimals: string) =>
      new Intl.NumberFormat(tag, { style: 'percent', ...fixed(Number(decimals)) }),
  );
  const money = memo((key: string) => new Intl.NumberFormat(tag, moneyOptions(key)));
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateShort = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  });
  const dayMonth = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone });
  const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });

  return {
    number: (value, decimals) =>
      decimals === undefined ? anyNumber.format(value) : number(String(decimals)).format(value),
    compact: (value) => compact.format(value),
    percent: (share, decimals = 0) => percent(String(decimals)).format(share),
    money: (amount, currency = home, short = false) =>
      money(`${currency}${short && needsNoCents(amount) ? '|whole' : ''}`).format(decimal(amount)),
    moneyCompact: (amount, currency = home) => money(`${currency}|compact`).format(decimal(amount)),
    dayOf: (moment) => isoDay.format(new Date(moment)),
    date: (day) => date.format(noon(day)),
    dateShort: (day) => dateShort.format(noon(day)),
    dayMonth: (day) => dayMonth.format(noon(day)),
    range: (from, until) => date.formatRange(noon(from), noon(until)),
    month: (day) => month.format(noon(day)),
    dateTime: (moment) => dateTime.format(new Date(moment)),
    time: (moment) => time.format(new Date(moment)),
    ago: (moment, now) => ago(relative, new Date(moment).getTime() - now),
    list: (parts) => list.format(parts),
    compare: (a, b) => collator.compare(a, b),
  };
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function memo<T>(build: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const value = build(key);
    made.set(key, value);
    return value;
  };
}

const fixed = (decimals: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: decimals,
  maximumFractionDigits: decimals,
});

function moneyOptions(key: string): Intl.NumberFormatOptions {
  const [currency = 'EUR', form] = key.split('|');
  const base: Intl.NumberFormatOptions = { style: 'currency', currency };
  if (form === 'whole') return { ...base, ...fixed(0) };
  if (form === 'compact') return { ...base, notation: 'compact', maximumSignificantDigits: 3 };
  return base;
}

// Intl formats a decimal string exactly; as a number it would lose the last digits of large sums.
const decimal = (amount: string | number): number => amount as number;

const needsNoCents = (amount: string | number): boolean =>
  /^-?\d+(\.0*)?$/.test(String(amount)) || Math.abs(Number(amount)) >= 1000;

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function ago(relative: Intl.RelativeTimeFormat, difference: number): string {
  for (const [unit, size] of steps) {
    if (Math.abs(difference) >= size) return relative.format(Math.trunc(difference / size), unit);
  }
  return relative.format(0, 'second');
}
