import { expect, test } from 'vitest';
import { readSearch, readView, sameView } from './search';

test('keeps what is known of a URL and drops the rest', () => {
  const search = {
    period: '30d',
    compare: 'year',
    channel: 'chn_1',
    segment: 'seg_1',
    kpi: 'margin',
    about: 'cost',
    rows: { from: '2026-01-01', to: 'never', campaign: 'winter', extra: 1 },
    extra: true,
  };
  expect(readSearch(search)).toEqual({
    period: '30d',
    compare: 'year',
    channel: 'chn_1',
    segment: 'seg_1',
    kpi: 'margin',
    about: 'cost',
    rows: { from: '2026-01-01', campaign: 'winter' },
  });
  expect(readSearch({ period: 'always', compare: 5, kpi: 'luck', rows: 'all', total: 'yes' })).toEqual({});
});

test('own days stand instead of a period, and only together and in order', () => {
  expect(readView({ period: '7d', from: '2026-01-01', until: '2026-01-31' })).toEqual({
    from: '2026-01-01',
    until: '2026-01-31',
  });
  expect(readView({ period: '7d', from: '2026-02-01', until: '2026-01-31' })).toEqual({ period: '7d' });
});

test('what is chosen and what holds anyway are the same view', () => {
  expect(readView({ period: '90d', compare: 'previous', kpi: 'revenue', step: 'week' })).toEqual({ step: 'week' });
  expect(readSearch({ kpi: 'revenue', about: 'revenue' })).toEqual({ about: 'revenue' });
});

test('views are the same in whatever order they were written', () => {
  expect(sameView({ period: '7d', kpi: 'orders' }, { kpi: 'orders', period: '7d' })).toBe(true);
  expect(sameView({ period: '7d' }, {})).toBe(false);
});
