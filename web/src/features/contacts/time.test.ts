import { expect, test } from 'vitest';
import { duration, left } from './time';

test('time counts in minutes, and in hours when it must', () => {
  expect(duration(42_900)).toBe('0:42');
  expect(duration(725_000)).toBe('12:05');
  expect(duration(3_723_000)).toBe('1:02:03');
  expect(duration(-5)).toBe('0:00');
});

test('what is left is a share between all and nothing', () => {
  const [from, until] = ['2026-01-05T09:00:00Z', '2026-01-05T09:00:20Z'];
  expect(left(from, until, Date.parse('2026-01-05T09:00:05Z'))).toBe(0.75);
  expect(left(from, until, Date.parse('2026-01-05T10:00:00Z'))).toBe(0);
  expect(left(from, until, Date.parse('2026-01-05T08:00:00Z'))).toBe(1);
  expect(left(until, until, 0)).toBe(0);
});
