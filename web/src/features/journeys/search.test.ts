import { expect, test } from 'vitest';
import { readSearch } from './search';

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
