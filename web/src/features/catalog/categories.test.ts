import { expect, test } from 'vitest';
import { withParents } from './categories';

test('a category is found under those above it', () => {
  expect(withParents(['Wonen / Lampen / Staand', 'Wonen / Banken', 'Tuin'])).toEqual([
    'Tuin',
    'Wonen',
    'Wonen / Banken',
    'Wonen / Lampen',
    'Wonen / Lampen / Staand',
  ]);
});
