import { beforeEach, expect, test, vi } from 'vitest';
import { askedBefore, keepAsked } from './asked';
import { csvOf } from '~/platform/csv';
import { readSearch } from './search';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('CSV keeps numbers, quotes what needs it, and defuses formulas', () => {
  const rows = [
    ['-12.5', 'a "b", c'],
    ['=1+1', null],
  ];
  expect(csvOf(['n', 'text'], rows)).toBe('n,text\r\n-12.5,"a ""b"", c"\r\n\'=1+1,\r\n');
});

test('what somebody asked comes back once, the newest first, and to nobody else', () => {
  keepAsked('usr_1', 'select 1');
  keepAsked('usr_1', 'select 2');
  expect(keepAsked('usr_1', 'select 1')).toEqual(['select 1', 'select 2']);
  for (let index = 0; index < 30; index += 1) keepAsked('usr_1', `select ${index}`);
  expect(askedBefore('usr_1')).toHaveLength(20);
  expect(askedBefore('usr_2')).toEqual([]);
});

test('keeps what is known of a URL', () => {
  expect(readSearch({ sql: 'select 1', saved: 'view_1', extra: 2 })).toEqual({ sql: 'select 1', saved: 'view_1' });
  expect(readSearch({ sql: 5, saved: null })).toEqual({});
});
