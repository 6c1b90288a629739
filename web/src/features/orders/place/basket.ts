// What is about to be ordered: its pieces, what they come to, and whether they can be promised. Sums are for reading
// only: the server does them exactly. Pure.
import type { Schemas } from '~/api';
import type { Variant } from '~/platform/variants';

export type Available = Schemas['stock.Available'];
export type Price = Schemas['catalog.Price'];
export type Method = Schemas['orders.Method'];

export interface BasketLine {
  variant: Variant;
  quantity: number;
  // Another one each time it was scanned again, so that the field shows the new number.
  scans: number;
}

export function withOneMore(lines: readonly BasketLine[], variant: Variant): BasketLine[] {
  if (!lines.some((line) => line.variant.id === variant.id)) return [...lines, { variant, quantity: 1, scans: 0 }];
  return lines.map((line) =>
    line.variant.id === variant.id ? { ...line, quantity: line.quantity + 1, scans: line.scans + 1 } : line,
  );
}

export interface Receiving {
  method: Method;
  location: string;
}

const freeAt = ({ locations }: Available, location: string) =>
  locations.find((place) => place.location === location)?.free ?? 0;

// How many can be promised where they are to come from: what is collected may be brought there. A bundle is promised
// by its parts, not by a place.
export function freeOf(available: Available, { method, location }: Receiving): number {
  const isBundle = available.locations.some(({ part }) => part);
  if (method === 'ship' || method === 'collect' || isBundle) return available.free;
  return freeAt(available, location);
}

// Whether they are to be brought to where they are collected.
export const isBrought = (available: Available, { method, location }: Receiving, quantity: number): boolean =>
  method === 'collect' && freeAt(available, location) < quantity && quantity <= available.free;

export function sumOf(lines: readonly BasketLine[], prices: readonly (Price | undefined)[], transport: string): string {
  const goods = lines.map(({ quantity }, index) => quantity * Number(prices[index]?.amount ?? 0));
  const cents = Math.round([...goods, Number(transport) || 0].reduce((sum, part) => sum + part, 0) * 100);
  return (cents / 100).toFixed(2);
}
