// The tiers of the pyramid in shares, and who moved between them. Pure.
import type { Schemas } from '~/api';

export type Tiers = Schemas['segments.Pyramid'];
type Tier = Schemas['segments.Tier'];

// From the top down.
export const order: readonly Tier[] = ['top', 'large', 'medium', 'small', 'inactive', 'prospect', 'suspect'];

// The share of each tier in the margin; none of those that bring none.
export function sharesOf({ tiers }: Tiers) {
  const all = tiers.reduce((sum, { margin }) => sum + Math.max(0, Number(margin)), 0);
  return tiers
    .toSorted((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier))
    .map((tier) => ({ ...tier, share: Number(tier.margin) > 0 ? Number(tier.margin) / all : null }));
}

export const isEmpty = ({ tiers }: Tiers): boolean => tiers.every(({ customers }) => customers === 0);

export function movesIn({ movements }: Tiers): { up: number; down: number } {
  const moved = { up: 0, down: 0 };
  for (const { before, now, customers } of movements) {
    if (!before) continue;
    const steps = order.indexOf(before) - order.indexOf(now);
    if (steps > 0) moved.up += customers;
    if (steps < 0) moved.down += customers;
  }
  return moved;
}

// Who is in another tier than before or came in, the most first.
export const movedIn = ({ movements }: Tiers) =>
  movements
    .filter(({ before, now }) => before !== now)
    .toSorted((a, b) => b.customers - a.customers);

// A threshold as people say it, in percent, and as it is kept, in hundredths of a percent; null when it is none.
export const percentOf = (hundredths: number): string => String(hundredths / 100);

export function hundredthsOf(percent: string): number | null {
  const hundredths = Math.round(Number(percent) * 100);
  return percent.trim() !== '' && hundredths >= 1 && hundredths <= 10_000 ? hundredths : null;
}
