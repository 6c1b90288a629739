import { expect, test } from 'vitest';
import { spanOf } from './span';

test('minutes are said in the largest unit of which there are two', () => {
  expect(spanOf(30)).toEqual({ unit: 'minutes', count: 30 });
  expect(spanOf(119)).toEqual({ unit: 'minutes', count: 119 });
  expect(spanOf(180)).toEqual({ unit: 'hours', count: 3 });
  expect(spanOf(1_440)).toEqual({ unit: 'hours', count: 24 });
  expect(spanOf(10_080)).toEqual({ unit: 'days', count: 7 });
});
