// The lines of the statement, in their order: what is taken off, and the levels that are left.
import type { Schemas } from '~/api';

export type Statement = Schemas['measures.ProfitAndLoss'];

// A level is what is left; other lines are taken off, or added where they are below zero.
interface LineKind {
  id: LineId;
  level: boolean;
  of: (statement: Statement) => number;
}

export const lineIds = [
  'payable',
  'vat',
  'net_revenue',
  'goods',
  'gross_margin',
  'channel_fees',
  'payment_fees',
  'transport',
  'handling',
  'order_margin',
  'agents',
  'media',
  'contribution',
  'people',
  'fixed',
  'result',
] as const;
export type LineId = (typeof lineIds)[number];
export const isLine = (value: unknown): value is LineId => lineIds.includes(value as LineId);

const levels: readonly LineId[] = [
  'payable',
  'net_revenue',
  'gross_margin',
  'order_margin',
  'contribution',
  'result',
];

export const amountOf = (id: LineId, statement: Statement): number =>
  id === 'goods'
    ? Number(statement.goods_sold) - Number(statement.goods_back)
    : Number(statement[id as Exclude<LineId, 'goods'>]);

const lines: readonly LineKind[] = lineIds.map((id) => ({
  id,
  level: levels.includes(id),
  of: (statement) => amountOf(id, statement),
}));

export interface Line {
  id: LineId;
  level: boolean;
  // As it reads: what is taken off is below zero.
  amount: number;
  // Where its bar begins and ends on the way down.
  from: number;
  to: number;
}

// As a line reads: what is taken off is below zero, and nothing is nothing.
export const readingOf = ({ id, level }: { id: LineId; level: boolean }, statement: Statement): number => {
  const amount = amountOf(id, statement);
  return level || amount === 0 ? amount : -amount;
};

// A line that is nothing everywhere is left out; levels stay, but for one that repeats the one above it.
export function linesOf(statement: Statement, beside: readonly Statement[] = []): Line[] {
  const all = [statement, ...beside];
  const shown: Line[] = [];
  let left = 0;
  let taken = false;
  for (const { id, level, of } of lines) {
    const amount = of(statement);
    if (level) {
      const repeats: boolean = id === 'payable' ? all.every((one) => amountOf('vat', one) === 0) : !taken;
      if (!repeats || id === 'result') shown.push({ id, level, amount, from: 0, to: amount });
      left = amount;
      taken = id === 'payable' && repeats;
    } else if (all.some((one) => of(one) !== 0)) {
      const reading = readingOf({ id, level }, statement);
      shown.push({ id, level, amount: reading, from: left, to: left - amount });
      left -= amount;
      taken = true;
    }
  }
  return shown;
}

// Between which amounts the bars stand.
export function scaleOf(shown: readonly Line[]): { low: number; high: number } {
  const ends = shown.flatMap(({ from, to }) => [from, to]);
  return { low: Math.min(0, ...ends), high: Math.max(0, ...ends) };
}
