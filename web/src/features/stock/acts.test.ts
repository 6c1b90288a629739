import { expect, test } from 'vitest';
import { piecesIn } from './acts';

test('pieces are whole, and none only when counted', () => {
  expect(piecesIn('12', 1)).toBe(12);
  expect(piecesIn('0', 0)).toBe(0);
  expect(piecesIn('1000000', 1)).toBe(1_000_000);
  for (const wrong of ['', '0', '-3', '1.5', 'tien', '1000001', '99999999']) {
    expect(piecesIn(wrong, 1)).toBeUndefined();
  }
});
