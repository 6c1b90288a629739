// Prices of a variant as they are typed, and what of them is told in a line. Pure.
import type { Price } from './wire';

// The key keeps a price in its place while others come and go.
export interface PriceDraft extends Price {
  key: number;
}

let nextKey = 1;

export const draftOf = (price: Price): PriceDraft => ({ ...price, key: nextKey++ });

export const newPrice = (currency: string): PriceDraft =>
  draftOf({ currency, amount: '', includes_vat: true });

export const priceOf = ({ amount, currency, includes_vat, channel, segment, from, to }: PriceDraft): Price => ({
  amount,
  currency,
  includes_vat,
  ...(channel ? { channel } : {}),
  ...(segment ? { segment } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});

const holdsAt = ({ from, to }: Price, now: number) =>
  (!from || Date.parse(from) <= now) && (!to || now < Date.parse(to));

// What it costs everybody on every channel now: the price that began last.
export function usualPrice(prices: readonly Price[], now: number): Price | undefined {
  const begun = ({ from }: Price) => (from ? Date.parse(from) : -Infinity);
  return prices
    .filter((price) => !price.channel && !price.segment && holdsAt(price, now))
    .sort((a, b) => begun(b) - begun(a))[0];
}
