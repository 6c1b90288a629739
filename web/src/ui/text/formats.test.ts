import { expect, test } from 'vitest';
import { formatsFor } from './formats';

test('a moment is of the day that it is in the zone of the company', () => {
  const lateInLondon = '2026-03-01T23:30:00Z';
  const dayIn = (timeZone: string) =>
    formatsFor({ language: 'nl', timeZone, currency: 'EUR' }).dayOf(lateInLondon);
  expect(dayIn('Europe/Amsterdam')).toBe('2026-03-02');
  expect(dayIn('America/New_York')).toBe('2026-03-01');
});
