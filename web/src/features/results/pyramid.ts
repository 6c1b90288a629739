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
