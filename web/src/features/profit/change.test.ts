import { expect, test } from 'vitest';
import { shareOf } from './change';

test('a change is a part of what was', () => {
  expect(shareOf(150, 100)).toBe(0.5);
  expect(shareOf(0, 100)).toBe(-1);
  expect(shareOf(-50, -100)).toBe(0.5);
  expect(shareOf(-200, -100)).toBe(-1);
});

test('from nothing, from a loss to a profit and back no part is told', () => {
  expect(shareOf(100, 0)).toBeUndefined();
  expect(shareOf(1064, -71)).toBeUndefined();
  expect(shareOf(-71, 1064)).toBeUndefined();
});
