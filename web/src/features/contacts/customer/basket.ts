// What lies in somebody's basket, as far as their events tell: what was put in since the last order, less what was
// taken out. Pure.
import type { Moment } from '../wire';

type Told = Pick<Moment, 'kind' | 'product' | 'quantity'>;

export interface InBasket {
  product: string;
  quantity: number;
}

// `moments` as a timeline has them: the newest first.
export function basketOf(moments: readonly Told[]): InBasket[] {
  const pieces = new Map<string, number>();
  for (const { kind, product, quantity } of moments) {
    if (kind === 'order_completed') break;
    if (!product) continue;
    const count = Number(quantity ?? 1) || 1;
    const by = { product_added: count, product_removed: -count }[kind] ?? 0;
    if (by !== 0) pieces.set(product, (pieces.get(product) ?? 0) + by);
  }
  return [...pieces].filter(([, quantity]) => quantity > 0).map(([product, quantity]) => ({ product, quantity }));
}
