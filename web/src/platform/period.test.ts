import { expect, test } from 'vitest';
import {
  addDays,
  daysIn,
  isDay,
  lastDay,
  periodBefore,
  presets,
  rangeOf,
  startOf,
  stepsFor,
  yearBefore,
} from './period';

const today = '2026-03-01';

test('a period ends with today, or with the month or year that is over', () => {
  expect(rangeOf('7d', today)).toEqual({ from: '2026-02-23', to: '2026-03-02' });
  expect(rangeOf('month', today)).toEqual({ from: '2026-03-01', to: '2026-03-02' });
  expect(rangeOf('last-month', today)).toEqual({ from: '2026-02-01', to: '2026-03-01' });
  expect(rangeOf('last-year', today)).toEqual({ from: '2025-01-01', to: '2026-01-01' });
  expect(daysIn(rangeOf('12m', today))).toBe(365);
  for (const preset of presets) expect(daysIn(rangeOf(preset, today))).toBeGreaterThan(0);
});

test('days are added over the change of clocks and leap days', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(lastDay({ from: '2026-01-01', to: '2026-02-01' })).toBe('2026-01-31');
});

test('a day begins at midnight in the zone of the company, also when the clocks change', () => {
  expect(startOf('2026-03-01', 'Europe/Amsterdam')).toBe('2026-02-28T23:00:00.000Z');
  expect(startOf('2026-03-29', 'Europe/Amsterdam')).toBe('2026-03-28T23:00:00.000Z');
  expect(startOf('2026-03-30', 'Europe/Amsterdam')).toBe('2026-03-29T22:00:00.000Z');
  expect(startOf('2026-03-01', 'America/New_York')).toBe('2026-03-01T05:00:00.000Z');
  expect(startOf('2026-03-01', 'Asia/Kolkata')).toBe('2026-02-28T18:30:00.000Z');
  // There the clocks go from midnight to one.
  expect(startOf('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
});

test('a period is compared with as many days before it, or with the same days a year earlier', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-30', to: '2026-03-01' });
  expect(yearBefore({ from: '2028-02-29', to: '2028-03-31' })).toEqual({ from: '2027-02-28', to: '2027-03-31' });
});

test('only days are days', () => {
  expect(['2026-02-30x', '2026-13-01', 5, undefined, '1-1-2026'].filter(isDay)).toEqual([]);
  expect(isDay('2026-02-28')).toBe(true);
});

test('a long period has no points per day, and every choice holds its first', () => {
  expect(stepsFor(3_000).all).not.toContain('day');
  for (const days of [1, 30, 90, 365, 3_000]) {
    const { all, first } = stepsFor(days);
    expect(all).toContain(first);
  }
});
