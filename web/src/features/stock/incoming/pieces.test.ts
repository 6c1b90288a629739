import { expect, test } from 'vitest';
import { isLate, toCome } from './pieces';

test('what is to come is what was bought less what came, and more than was bought leaves nothing', () => {
  expect(toCome({ quantity: 20, received: 6 })).toBe(14);
  expect(toCome({ quantity: 20, received: 25 })).toBe(0);
});

test('only what is still expected is late', () => {
  const now = Date.parse('2026-01-10T12:00:00Z');
  expect(isLate({ state: 'expected', expected: '2026-01-10T00:00:00Z' }, now)).toBe(true);
  expect(isLate({ state: 'expected', expected: '2026-01-11T00:00:00Z' }, now)).toBe(false);
  expect(isLate({ state: 'closed', expected: '2026-01-01T00:00:00Z' }, now)).toBe(false);
});
