import { expect, test } from 'vitest';
import { firstUnseen, weeksOf } from './weekly';

test('takes what each week had out of the sums', () => {
  const weeks = weeksOf('2025-01-01', [
    { week: 1, actual: 3, expected: 2.5 },
    { week: 2, actual: 10, expected: 8 },
    { week: 3, actual: 10, expected: 12 },
  ]);
  expect(weeks).toEqual([
    { day: '2025-01-01', actual: 3, expected: 2.5 },
    { day: '2025-01-08', actual: 7, expected: 5.5 },
    { day: '2025-01-15', actual: 0, expected: 4 },
  ]);
  expect(firstUnseen(weeks, '2025-01-07')).toBe(1);
  expect(firstUnseen(weeks, '2025-01-09')).toBe(1);
});
