import { expect, test } from 'vitest';
import { neighbours } from './neighbours';

test('the ones beside it are opened; at an end, or outside the list, there is none', () => {
  const opened: string[] = [];
  const beside = (id: string) => neighbours(['a', 'b', 'c'], id, (other) => opened.push(other));
  beside('b').onPrevious?.();
  beside('b').onNext?.();
  expect(opened).toEqual(['a', 'c']);
  expect(beside('a').onPrevious).toBeUndefined();
  expect(beside('c').onNext).toBeUndefined();
  expect(beside('x')).toEqual({ onPrevious: undefined, onNext: undefined });
});
