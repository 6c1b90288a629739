import { expect, test } from 'vitest';
import { latenessIn } from './lateness';

test('a delay is told in the unit that fits', () => {
  expect(latenessIn(200)).toEqual({ unit: 'seconds', count: 0.2 });
  expect(latenessIn(90_000)).toEqual({ unit: 'minutes', count: 1.5 });
  expect(latenessIn(10_800_000)).toEqual({ unit: 'hours', count: 3 });
});
