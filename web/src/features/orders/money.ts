// What of an order is still to be paid, and what a part of a line comes to. Amounts are decimals as text; these sums
// are for reading only: the server does them exactly. Pure.
import type { Line, Order, Pieces } from './wire';

const cents = (amount: number): string => (Math.round(amount * 100) / 100).toFixed(2);

export function stillToPay({ owed, paid, refunded }: Order): string {
  return cents(Math.max(0, Number(owed) - Number(paid) + Number(refunded)));
}

export const openOf = ({ quantity, cancelled, fulfilled }: Line): number => quantity - cancelled - fulfilled;

// Pieces that are with the buyer.
export const outOf = ({ fulfilled, returned }: Line): number => fulfilled - returned;

// What lapses when these pieces are cancelled.
export function lapseOf(lines: readonly Line[], pieces: readonly Pieces[]): string {
  const parts = pieces.map(({ line, quantity }) => {
    const of = lines.find(({ number }) => number === line);
    return of ? (Number(of.gross) * quantity) / of.quantity : 0;
  });
  return cents(parts.reduce((sum, part) => sum + part, 0));
}
