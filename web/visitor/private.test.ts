import { expect, test } from 'vitest';
import { shownText, typed } from './private';

const field = (marked: boolean) => ({ closest: () => (marked ? {} : null) }) as unknown as HTMLElement;

test('what is typed is as long as anything else, unless the site says that it may be shown', () => {
  expect(typed('a', field(false))).toBe(typed('geheim wachtwoord', field(false)));
  expect(typed('', field(false))).toBe('');
  expect(typed('2', field(true))).toBe('2');
  expect(shownText('Kim', field(false))).not.toContain('Kim');
  expect(shownText('  ', null)).toBe('  ');
});
