import { expect, test } from 'vitest';
import { choicesOf, inWords } from './words';

test('reads what there is in the language of the reader', () => {
  expect(inWords({ en: 'Where?', nl: 'Waar?' }, 'nl-NL')).toBe('Waar?');
  expect(inWords({ en: 'Where?', nl: '' }, 'nl')).toBe('Where?');
  expect(inWords({ en: '', nl: 'Waar?' }, 'en')).toBe('Waar?');
});

test('a score has eleven choices, a scale five', () => {
  expect(choicesOf({ asking: 'nps', options: [] }, 'en')).toHaveLength(11);
  expect(choicesOf({ asking: 'scale', options: [] }, 'en').map(({ value }) => value)).toEqual(
    ['1', '2', '3', '4', '5'],
  );
});
