// Sums of money by currency, exact: amounts are decimals of at most six digits after the point.
import type { Formats } from '~/ui/text/formats';
import type { Cost, Money } from './wire';
import type { Words } from './words';

const micro = 1_000_000n;

const toMicro = (amount: string): bigint => {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const units = BigInt(whole) * micro + BigInt(fraction.padEnd(6, '0').slice(0, 6));
  return amount.startsWith('-') ? -units : units;
};

function fromMicro(units: bigint): string {
  const size = units < 0n ? -units : units;
  const fraction = String(size % micro)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${units < 0n ? '-' : ''}${size / micro}.${fraction}`;
}

// One total per currency, in the order of their codes; currencies are never added.
export function costTotals(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0n) + toMicro(amount));
  }
  return [...sums]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([currency, units]) => ({ currency, amount: fromMicro(units) }));
}

// The server adds up exactly over any period; this shows what the lines that count today make over this
// day, this month and this year, in the same way: a month has its own days, a year its own.
export interface Converted {
  currency: string;
  day: string;
  month: string;
  year: string;
}

export const isNow = ({ from, to }: Cost, today: string): boolean =>
  from <= today && (!to || to > today);

const yearOf = (day: string) => Number(day.slice(0, 4));

const daysInMonth = (day: string) =>
  BigInt(new Date(Date.UTC(yearOf(day), Number(day.slice(5, 7)), 0)).getUTCDate());

function daysInYear(day: string): bigint {
  const year = yearOf(day);
  return BigInt((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000);
}

// Half away from zero.
function divided(units: bigint, by: bigint): bigint {
  const half = by / 2n;
  return (units < 0n ? units - half : units + half) / by;
}

// Of one line, in parts of one micro-unit that every length divides, so that sums are exact and rounded once.
function rates({ amount, per }: Cost, month: bigint, year: bigint) {
  const units = toMicro(amount);
  switch (per) {
    case 'day':
      return {
        day: units * month * year,
        month: units * month * month * year,
        year: units * month * year * year,
      };
    case 'month':
      return { day: units * year, month: units * month * year, year: units * 12n * month * year };
    case 'year':
      return { day: units * month, month: units * month * month, year: units * month * year };
  }
}

export function convertedNow(costs: readonly Cost[], today: string): Converted[] {
  const month = daysInMonth(today);
  const year = daysInYear(today);
  const sums = new Map<string, ReturnType<typeof rates>>();
  for (const cost of costs) {
    const sum = sums.get(cost.currency) ?? { day: 0n, month: 0n, year: 0n };
    const rate = rates(cost, month, year);
    sums.set(cost.currency, {
      day: sum.day + rate.day,
      month: sum.month + rate.month,
      year: sum.year + rate.year,
    });
  }
  const rounded = (parts: bigint) => fromMicro(divided(parts, month * year));
  return [...sums]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([currency, sum]) => ({
      currency,
      day: rounded(sum.day),
      month: rounded(sum.month),
      year: rounded(sum.year),
    }));
}

export function periodWords(
  { from, to }: Pick<Cost, 'from' | 'to'>,
  today: string,
  t: Words,
  formats: Formats,
): string {
  if (to) {
    const period = t('costs.period', { from: formats.date(from), to: formats.date(to) });
    return to <= today ? `${period} (${t('costs.over')})` : period;
  }
  return t(from > today ? 'costs.starts' : 'costs.since', { from: formats.date(from) });
}
