import { expect, test } from 'vitest';
import { readSearch, scoresOf } from './search';

test('keeps of the URL what it knows', () => {
  expect(readSearch({ tab: 'grid', cell: 45, channel: 'ch_1' })).toEqual({ tab: 'grid', cell: '45', channel: 'ch_1' });
  expect(readSearch({ tab: 'model', cell: '60', channel: '' })).toEqual({});
  expect(scoresOf('52')).toEqual({ recency: 5, frequency: 2 });
});
