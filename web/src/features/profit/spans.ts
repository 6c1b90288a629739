// The month, quarter or year in which a day lies, from its first day to the day after its last. Pure.
import type { Range } from '~/platform/period';

export const spans = ['month', 'quarter', 'year'] as const;
export type Span = (typeof spans)[number];

const months: Record<Span, number> = { month: 1, quarter: 3, year: 12 };

export function spanOf(span: Span, today: string): Range {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = month - 1 - ((month - 1) % months[span]);
  const day = (at: number) => new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10);
  return { from: day(first), to: day(first + months[span]) };
}
