import { expect, test } from 'vitest';
import { freeCode, proposed } from './proposal';

const words = () => ({ en: 'a', nl: 'b' });

test('asks by the channels there are, and only for an opinion where there is nothing to compare', () => {
  const two = [
    { id: 'chn_1', code: 'web', name: 'Web' },
    { id: 'chn_2', code: 'store', name: 'Store' },
  ];
  expect(proposed(two, words).map(({ code }) => code)).toEqual(['look', 'buy', 'tell', 'why']);
  expect(proposed(two, words)[0]?.options[1]?.channel).toBe('chn_2');
  expect(proposed([], words).map(({ code }) => code)).toEqual(['tell', 'why']);
});

test('finds a code that nothing has', () => {
  expect(freeCode('look', ['look', 'look-2'])).toBe('look-3');
  expect(freeCode('9', [])).toBe('q-9');
});
