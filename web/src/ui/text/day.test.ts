import { expect, it } from 'vitest';
import { parseDay } from './day';

it.each([
  ['2026-12-01', '2026-12-01'],
  ['1-12-2026', '2026-12-01'],
  ['1/2/26', '2026-02-01'],
  ['1 dec 2026', '2026-12-01'],
  ['31 mrt. 2026', '2026-03-31'],
  ['29-2-2028', '2028-02-29'],
])('reads %s as %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

it.each(['29-2-2027', '32-1-2026', '1-13-2026', 'tomorrow', '', '2026'])('refuses %s', (text) => {
  expect(parseDay(text)).toBeUndefined();
});
