// What an offer added, as far as it can be said. Pure.
import { csvOf } from '~/platform/csv';
import type { Range } from '../Interval';
import type { Measured } from '../wire';

// Of fewer, given or held out, no figure stands alone.
export const toldFrom = 30;

export type Said =
  | { kind: 'unknown' } // nobody to compare with yet
  | { kind: 'range'; low: number; high: number } // of few only the range is told, with how many
  | { kind: 'figure'; value: number; low: number; high: number };

type Amount = number | null | undefined;

export function saidFor(value: Amount, low: Amount, high: Amount): Said {
  if (low == null || high == null) return { kind: 'unknown' };
  if (value == null) return { kind: 'range', low, high };
  return { kind: 'figure', value, low, high };
}

export const saidOf = ({ added, added_low: low, added_high: high }: Measured): Said =>
  saidFor(added, low, high);

export function rangeFor(said: Said): Range | undefined {
  if (said.kind === 'unknown') return undefined;
  return { low: said.low, high: said.high, ...(said.kind === 'figure' ? { value: said.value } : {}) };
}

export const rangeOf = (row: Measured): Range | undefined => rangeFor(saidOf(row));

// What it cost in all: contacts, and what those behind them in the queue waited longer.
export const costOf = ({ cost, queue_price: queue }: Measured): number => cost + queue;

export const average = (sum: number, count: number): number | undefined =>
  count === 0 ? undefined : sum / count;

const columns = [
  'offer',
  'name',
  'segment',
  'buyer',
  'phase',
  'decisions',
  'shown',
  'accepted',
  'buyers',
  'margin',
  'held_out',
  'held_out_buyers',
  'held_out_margin',
  'added',
  'added_low',
  'added_high',
  'taken_over',
  'taken_over_low',
  'taken_over_high',
  'cost',
  'queue_price',
  'contact_minutes',
] as const satisfies readonly (keyof Measured)[];

const cell = (value: Measured[keyof Measured]): string | null =>
  value === null || value === undefined ? null : String(value);

// As the server has it, so that whoever reckons further loses nothing.
export const resultsCsv = (rows: readonly Measured[]): string =>
  csvOf(columns, rows.map((row) => columns.map((column) => cell(row[column]))));
