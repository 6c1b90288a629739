import { expect, test } from 'vitest';
import { chosen, type Reading } from './localList';

interface Row {
  name: string;
  kinds: string[];
  size: number;
}

const rows: Row[] = [
  { name: 'Café Zwolle', kinds: ['a'], size: 10 },
  { name: 'bank', kinds: ['a', 'b'], size: 9 },
  { name: 'Lamp', kinds: [], size: 100 },
];
const reading: Reading<Row> = {
  words: ({ name }) => [name],
  values: { kind: ({ kinds }) => kinds },
  order: { name: ({ name }) => name, size: ({ size }) => size },
};
const compare = (a: string, b: string) => a.localeCompare(b, 'nl', { sensitivity: 'base' });
const names = (view: Partial<Parameters<typeof chosen>[1]>) =>
  chosen(rows, { search: '', filters: [], sort: null, ...view }, reading, compare).map(({ name }) => name);

test('every word of a search is somewhere in the row, without its accents', () => {
  expect(names({ search: 'cafe zw' })).toEqual(['Café Zwolle']);
  expect(names({ search: 'zwolle lamp' })).toEqual([]);
});

test('a filter keeps what has one of its values, or what has none of them', () => {
  const filter = { column: 'kind', values: ['b', 'c'] };
  expect(names({ filters: [{ ...filter, not: false }] })).toEqual(['bank']);
  expect(names({ filters: [{ ...filter, not: true }] })).toEqual(['Café Zwolle', 'Lamp']);
  expect(names({ filters: [{ ...filter, not: false, values: [] }] })).toHaveLength(3);
  expect(names({ filters: [{ ...filter, not: false, column: 'unknown' }] })).toHaveLength(3);
});

test('numbers are sorted as numbers, words as people do, and nothing is sorted without a column', () => {
  expect(names({ sort: { column: 'size', descending: true } })).toEqual(['Lamp', 'Café Zwolle', 'bank']);
  expect(names({ sort: { column: 'name', descending: false } })).toEqual(['bank', 'Café Zwolle', 'Lamp']);
  expect(names({})).toEqual(['Café Zwolle', 'bank', 'Lamp']);
});
