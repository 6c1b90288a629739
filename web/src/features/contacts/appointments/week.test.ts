import { expect, test } from 'vitest';
import type { Appointment } from './api';
import { byDay, mayMove, stepsOf } from './week';

const at = (starts: string) => ({ id: starts, starts }) as Appointment;
const dayOf = (moment: string) => moment.slice(0, 10);

test('appointments stand on their day, the first first', () => {
  const found = byDay(
    [at('2026-01-06T12:00:00Z'), at('2026-01-06T09:00:00Z'), at('2026-02-01T09:00:00Z')],
    ['2026-01-05', '2026-01-06'],
    dayOf,
  );
  expect(found.map(({ appointments }) => appointments.length)).toEqual([0, 2]);
  expect(found[1]?.appointments[0]?.starts).toBe('2026-01-06T09:00:00Z');
});

test('nobody is missed who is still to come, and what is over stays as it is', () => {
  const starts = '2026-01-06T12:00:00Z';
  const before = Date.parse(starts) - 1;
  expect(stepsOf({ state: 'booked', starts }, before)).toEqual(['confirm', 'cancel']);
  expect(stepsOf({ state: 'confirmed', starts }, before + 1)).toContain('miss');
  expect(stepsOf({ state: 'kept', starts }, before + 1)).toEqual([]);
  expect(mayMove({ state: 'confirmed' })).toBe(true);
  expect(mayMove({ state: 'called' })).toBe(false);
});
