import { expect, test } from 'vitest';
import { basketOf } from './basket';

const told = (kind: string, product = '', quantity?: string) => ({ kind, product, quantity: quantity ?? null });

test('a basket holds what was put in since the last order, less what was taken out', () => {
  const moments = [
    told('product_removed', 'LAMP'),
    told('product_viewed', 'CHAIR'),
    told('product_added', 'LAMP', '2'),
    told('product_added', 'RUG'),
    told('product_removed', 'RUG'),
    told('order_completed'),
    told('product_added', 'TABLE'),
  ];
  expect(basketOf(moments)).toEqual([{ product: 'LAMP', quantity: 1 }]);
  expect(basketOf([])).toEqual([]);
});
