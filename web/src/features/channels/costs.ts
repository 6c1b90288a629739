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

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);

export function isNow({ from, to }: Cost, today: Date): boolean {
  const day = isoDay(today);
  return from <= day && (!to || to > day);
}

const daysInMonth = (today: Date) =>
  BigInt(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0)).getUTCDate());

function daysInYear(today: Date): bigint {
  const year = today.getUTCFullYear();
  return BigInt((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000);
}

// Half away from zero.
function divided(units: bigint, by: bigint): bigint {
  const half = by / 2n;
  return (units < 0n ? units - half : units + half) / by;
}

export function perDayNow(costs: readonly Cost[], today: Date): Converted[] {
  const month = daysInMonth(today);
  const year = daysInYear(today);
  const length = { day: 1n, month, year };
  // In parts of one micro-unit that every length divides, so that sums are exact and rounded once.
  const whole = month * year;
  const sums = new Map<string, bigint>();
  for (const { amount, currency, per } of costs) {
    const daily = (toMicro(amount) * whole) / length[per];
    sums.set(currency, (sums.get(currency) ?? 0n) + daily);
  }
  return [...sums]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([currency, daily]) => ({
      currency,
      day: fromMicro(divided(daily, whole)),
      month: fromMicro(divided(daily * month, whole)),
      year: fromMicro(divided(daily * year, whole)),
    }));
}

export function periodWords(
  { from, to }: Pick<Cost, 'from' | 'to'>,
  t: Words,
  formats: Formats,
): string {
  const today = isoDay(new Date());
  if (to) {
    const period = t('costs.period', { from: formats.date(from), to: formats.date(to) });
    return to <= today ? `${period} (${t('costs.over')})` : period;
  }
  return t(from > today ? 'costs.starts' : 'costs.since', { from: formats.date(from) });
}
