// What differences cost together, in each currency. Sums are for reading only. Pure.
import type { Drift } from '../wire';

export function costsOf(items: readonly Pick<Drift, 'cost'>[]): { currency: string; amount: string }[] {
  const cents = new Map<string, number>();
  for (const { cost } of items) {
    if (!cost) continue;
    cents.set(cost.currency, (cents.get(cost.currency) ?? 0) + Math.round(Number(cost.amount) * 100));
  }
  return [...cents].map(([currency, sum]) => ({ currency, amount: (sum / 100).toFixed(2) }));
}
