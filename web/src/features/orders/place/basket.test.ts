import { expect, test } from 'vitest';
import type { Variant } from '~/platform/variants';
import { type Available, freeOf, isBrought, type Price, sumOf, withOneMore } from './basket';

const variant = (id: string) => ({ id }) as Variant;
const price = (amount: string): Price => ({ amount, currency: 'EUR', includes_vat: true });
const place = (location: string, free: number) => ({ location, on_hand: free, reserved: 0, safety: 0, buffer: 0, free });

test('what is scanned again is one more of the same line', () => {
  const lines = ['a', 'b', 'a'].reduce<ReturnType<typeof withOneMore>>((all, id) => withOneMore(all, variant(id)), []);
  expect(lines.map((line) => [line.variant.id, line.quantity, line.scans])).toEqual([
    ['a', 2, 1],
    ['b', 1, 0],
  ]);
});

test('what is kept ready must lie there, what is sent may come from everywhere', () => {
  const available: Available = {
    variant: 'a',
    on_sale: true,
    free: 7,
    locations: [place('dc', 5), place('zwolle', 2)],
    coming: [],
  };
  expect(freeOf(available, { method: 'ship', location: '' })).toBe(7);
  expect(freeOf(available, { method: 'reserve', location: 'zwolle' })).toBe(2);
  expect(freeOf(available, { method: 'carry_out', location: 'urk' })).toBe(0);
  const bundle = { ...available, locations: [{ ...place('dc', 5), part: 'b' }] };
  expect(freeOf(bundle, { method: 'reserve', location: 'zwolle' })).toBe(7);
});

test('what is collected is brought there when too few lie there', () => {
  const available: Available = {
    variant: 'a',
    on_sale: true,
    free: 7,
    locations: [place('dc', 5), place('zwolle', 2)],
    coming: [],
  };
  const collected = { method: 'collect', location: 'zwolle' } as const;
  expect(freeOf(available, collected)).toBe(7);
  expect([2, 3, 8].map((quantity) => isBrought(available, collected, quantity))).toEqual([false, true, false]);
});

test('a sum has no crumbs, and what has no price yet counts for nothing', () => {
  const lines = [variant('a'), variant('b'), variant('c')].map((one) => ({ variant: one, quantity: 3, scans: 0 }));
  expect(sumOf(lines, [price('0.10'), price('19.95'), undefined], '4.95')).toBe('65.10');
  expect(sumOf(lines, [price('0.10'), price('19.95'), undefined], '')).toBe('60.15');
});
