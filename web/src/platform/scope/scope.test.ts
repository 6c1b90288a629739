import { expect, test } from 'vitest';
import { rangeIn, readScope } from './scope';

test('own days stand instead of a period', () => {
  const search = readScope({ period: '7d', from: '2026-01-01', until: '2026-01-31' });
  expect(search).toEqual({ from: '2026-01-01', until: '2026-01-31' });
  expect(rangeIn(search, '2026-06-01')).toEqual({ from: '2026-01-01', to: '2026-02-01' });
});

test('of the filters what is no text is dropped, and the usual period does not stand in the URL', () => {
  const search = { channel: 'chn_1', segment: 7, campaign: '', period: '90d' };
  expect(readScope(search)).toEqual({ channel: 'chn_1' });
});
