import { expect, test } from 'vitest';
import { spanOf } from './spans';

test('the month, quarter and year of a day', () => {
  expect(spanOf('month', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2027-01-01' });
  expect(spanOf('quarter', '2026-05-01')).toEqual({ from: '2026-04-01', to: '2026-07-01' });
  expect(spanOf('year', '2026-02-28')).toEqual({ from: '2026-01-01', to: '2027-01-01' });
});
