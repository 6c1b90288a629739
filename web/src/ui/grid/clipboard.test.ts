import { expect, it } from 'vitest';
import { fromSheet, toSheet } from './clipboard';

it('reads what spreadsheets put on the clipboard', () => {
  expect(fromSheet('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(fromSheet('"two\nlines"\t"say ""hi"""')).toEqual([['two\nlines', 'say "hi"']]);
  expect(fromSheet('5" pipe\t1.250,50')).toEqual([['5" pipe', '1.250,50']]);
  expect(fromSheet('')).toEqual([['']]);
});

it('gives back what it took', () => {
  const cells = [
    ['plain', 'with\ttab', 'with "quotes"'],
    ['two\nlines', '', 'محمد 👩‍🚀'],
  ];
  expect(fromSheet(toSheet(cells))).toEqual(cells);
});
