import { expect, test } from 'vitest';
import { hundredthsOf, movedIn, movesIn, percentOf, sharesOf, type Tiers } from './pyramid';

const period = { from: '2026-01-01', to: '2026-02-01' };
const tiers = {
  period,
  before: period,
  currency: 'EUR',
  thresholds: { top: 100, large: 500, medium: 1500 },
  tiers: [
    { tier: 'small', customers: 80, margin: '25.00' },
    { tier: 'top', customers: 1, margin: '75.00' },
    { tier: 'prospect', customers: 500, margin: '0.00' },
  ],
  movements: [
    { before: 'small', now: 'top', customers: 1, margin: '75.00' },
    { before: 'top', now: 'small', customers: 2, margin: '3.00' },
    { before: 'small', now: 'small', customers: 78, margin: '22.00' },
    { before: null, now: 'prospect', customers: 500, margin: '0.00' },
  ],
} satisfies Tiers;

test('tiers stand from the top down, with their share in the margin', () => {
  expect(sharesOf(tiers).map(({ tier, share }) => [tier, share])).toEqual([
    ['top', 0.75],
    ['small', 0.25],
    ['prospect', null],
  ]);
});

test('only who was somewhere before has moved', () => {
  expect(movesIn(tiers)).toEqual({ up: 1, down: 2 });
});

test('who stayed is not among who moved, and the most come first', () => {
  expect(movedIn(tiers).map(({ before, now }) => [before, now])).toEqual([
    [null, 'prospect'],
    ['top', 'small'],
    ['small', 'top'],
  ]);
});

test('a threshold is said in percent and kept in hundredths', () => {
  expect(percentOf(1_525)).toBe('15.25');
  expect(hundredthsOf('15.25')).toBe(1_525);
  expect(hundredthsOf('0.29')).toBe(29);
  expect([hundredthsOf(''), hundredthsOf('0'), hundredthsOf('101'), hundredthsOf('veel')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
