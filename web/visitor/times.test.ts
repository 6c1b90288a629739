import { expect, test } from 'vitest';
import { dayOf, daysOf, timeOf } from './times';

test('times are those of the company, not of who looks', () => {
  expect(timeOf('2026-01-12T23:30:00Z', 'Europe/Amsterdam', 'en')).toBe('00:30');
  expect(dayOf('2026-01-12T23:30:00Z', 'Europe/Amsterdam', 'en')).toBe('Tuesday 13 January');
  expect(dayOf('2026-07-01T22:30:00Z', 'Europe/Amsterdam', 'nl')).toBe('donderdag 2 juli');
});

test('slots stand under their day, also around midnight and a change of the clock', () => {
  const slots = ['2026-10-24T21:30:00Z', '2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z', '2026-10-25T23:30:00Z'];
  const days = daysOf(slots.map((starts) => ({ starts })), 'Europe/Amsterdam', 'nl');
  expect(days.map(({ name, slots: { length } }) => [name, length])).toEqual([
    ['zaterdag 24 oktober', 1],
    ['zondag 25 oktober', 2],
    ['maandag 26 oktober', 1],
  ]);
});
