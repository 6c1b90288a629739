import { expect, test } from 'vitest';
import { onward } from './targets';

const year = { kpi: 'revenue', from: '2026-01-01', to: '2027-01-01', value: '3650' };
const april = { from: '2026-04-01', to: '2026-05-01' };

test('a sum is held against the same part of its target', () => {
  expect(onward('revenue', year, '300', april).share).toBeCloseTo(1);
  expect(onward('revenue', year, '150', april).share).toBeCloseTo(0.5);
});

test('nothing is told of a sum without an end, or outside of its time', () => {
  expect(onward('revenue', { ...year, to: null }, '300', april).share).toBeNull();
  expect(onward('revenue', year, '300', { from: '2025-12-01', to: '2026-02-01' }).share).toBeNull();
  expect(onward('revenue', { ...year, value: null }, '300', april).share).toBeNull();
  expect(onward('revenue', year, null, april).share).toBeNull();
});

test('a ratio is held against its target as it is', () => {
  const target = { kpi: 'average-order-value', from: '2026-01-01', to: null, value: '50' };
  expect(onward('average-order-value', target, '40', april).share).toBeCloseTo(0.8);
});

test('a limit is met by less, a goal by more', () => {
  const target = { from: '2026-01-01', to: '2027-01-01', value: '3650' };
  expect(onward('cost', { ...target, kpi: 'cost' }, '200', april).met).toBe(true);
  expect(onward('cost', { ...target, kpi: 'cost' }, '400', april).met).toBe(false);
  expect(onward('revenue', year, '400', april).met).toBe(true);
  expect(onward('revenue', year, '200', april).met).toBe(false);
});

test('nothing is told of what is neither a sum nor a ratio, such as reach', () => {
  expect(onward('reach', { ...year, kpi: 'reach' }, '300', april)).toMatchObject({ share: null, met: false });
});
