import { expect, test } from 'vitest';
import { readSearch } from './search';

test('keeps what it knows and what is not usual', () => {
  expect(readSearch({ tab: 'map', phase: 'purchase', at: 'chn_1', segment: 'seg_1' })).toEqual({
    phase: 'purchase',
    at: 'chn_1',
    segment: 'seg_1',
  });
  expect(readSearch({ tab: 'mismatches', phase: 'sleep', of: '' })).toEqual({ tab: 'mismatches' });
});
