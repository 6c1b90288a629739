import { expect, test } from 'vitest';
import { csvOf } from './sendFile';
import { shownValue } from './shownValue';

test('turns cells of a spreadsheet into CSV, and leaves CSV alone', () => {
  expect(csvOf('name\tgoal\nShop\tSell; more')).toBe('name;goal\nShop;"Sell; more"');
  expect(csvOf('name;goal\nShop;"a\tb"')).toBe('name;goal\nShop;"a\tb"');
});

test('shows any value in one line', () => {
  expect(shownValue(null)).toBe('–');
  expect(shownValue(['a', 'b'])).toBe('a; b');
  expect(shownValue([{ kpi: 'visits', value: null, from: '2026-01-01' }])).toBe(
    'visits 2026-01-01',
  );
});
