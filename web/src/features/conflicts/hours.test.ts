import { expect, test } from 'vitest';
import { hoursInWords } from './hours';

const names = ['', 'mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const words = (hours: string) => hoursInWords(hours, (day) => names[day] ?? '');

test('days with the same hours are one', () => {
  expect(words('1-5 09:00-12:00 13:00-17:00, 6 10:00-16:00')).toBe(
    'mo–fr 09:00-12:00 13:00-17:00, sa 10:00-16:00',
  );
  expect(words('1-7 00:00-24:00')).toBe('mo–su 00:00-24:00');
});

test('what is never open says nothing', () => {
  expect(words('')).toBe('');
});
