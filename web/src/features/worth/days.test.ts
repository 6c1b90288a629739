import { expect, test } from 'vitest';
import { withDays } from './days';

test('every day in a text is written as people do', () => {
  const day = (iso: string) => iso.split('-').reverse().join('/');
  expect(withDays('From 2026-11-09 to 2026-11-21, 52 weeks.', day)).toBe('From 09/11/2026 to 21/11/2026, 52 weeks.');
});
