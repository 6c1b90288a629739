import { expect, test } from 'vitest';
import { readSearch } from './search';

test('days that are none and periods that are usual stay out of the address', () => {
  expect(readSearch({ open: 'seg_1', day: '2026-13-01', known: 'gisteren', period: '12m' })).toEqual({
    open: 'seg_1',
  });
  const shared = { open: 'seg_1', day: '2026-03-01', known: '2026-04-01', period: 'year', beside: 'year' };
  expect(readSearch(shared)).toEqual(shared);
});
