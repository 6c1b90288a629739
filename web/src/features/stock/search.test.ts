import { expect, test } from 'vitest';
import { readSearch } from './search';

test('the URL of an untouched screen is bare, and what it does not know is left out', () => {
  expect(readSearch({ tab: 'levels', figure: 'free', state: 'held' })).toEqual({});
  expect(readSearch({ tab: 'reservations', state: 'all', act: 'stolen' })).toEqual({
    tab: 'reservations',
    state: 'all',
  });
});
