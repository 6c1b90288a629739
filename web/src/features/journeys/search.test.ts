import { expect, test } from 'vitest';
import { rangeIn, readSearch } from './search';

test('keeps what is known of a URL, and drops the rest and what is usual', () => {
  const search = {
    period: '30d',
    tab: 'credit',
    segment: 'seg_1',
    window: '30d',
    order: 2,
    by: 'luck',
    steps: 'product_viewed,order_completed',
    extra: true,
  };
  expect(readSearch(search)).toEqual({ period: '30d', tab: 'credit', segment: 'seg_1', order: '2' });
});

test('own days stand instead of a period', () => {
  const search = readSearch({ period: '7d', from: '2026-01-01', until: '2026-01-31' });
  expect(search).toEqual({ from: '2026-01-01', until: '2026-01-31' });
  expect(rangeIn(search, '2026-06-01')).toEqual({ from: '2026-01-01', to: '2026-02-01' });
});
