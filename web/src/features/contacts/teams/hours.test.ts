import { expect, test } from 'vitest';
import { hoursOn, openingsOf, wordsOf } from './hours';

test('hours are read as people write them, and written so that they read the same', () => {
  const typed = openingsOf('9-12.30, 13:00–18:00', 2);
  expect(typed).toEqual([
    { weekday: 2, from: '09:00', to: '12:30' },
    { weekday: 2, from: '13:00', to: '18:00' },
  ]);
  expect(hoursOn([...(typed ?? []), { weekday: 3, from: '08:00', to: '09:00' }], 2)).toBe(
    '09:00-12:30, 13:00-18:00',
  );
  expect(openingsOf('', 1)).toEqual([]);
  expect(openingsOf('all day', 1)).toBeNull();
});

test('words stand apart by commas or spaces', () => {
  expect(wordsOf(' Returns, kitchens  nl')).toEqual(['returns', 'kitchens', 'nl']);
});
