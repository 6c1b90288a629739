// What people write down: something came, went, was moved or was counted. Pure.
import type { Schemas } from '~/api';

export const acts = ['received', 'returned', 'counted', 'moved', 'sold', 'lost'] as const;
export type Act = (typeof acts)[number];

// Those that are one movement at one location.
export type Written = Schemas['stock.Act'];
export const isWritten = (act: Act): act is Written => act !== 'counted' && act !== 'moved';

export const mostPieces = 1_000_000;

// Whole pieces: of a count also none.
export function piecesIn(text: string, least: 0 | 1): number | undefined {
  if (!/^\d{1,7}$/.test(text)) return undefined;
  const pieces = Number(text);
  return pieces >= least && pieces <= mostPieces ? pieces : undefined;
}
