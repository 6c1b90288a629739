import { expect, test } from 'vitest';
import type { Said } from './server';
import { joined, stillUnsent } from './talk';

const at = (number: number, sender: Said['sender'] = 'customer'): Said => ({
  number,
  sender,
  client_id: `c${String(number)}`,
  text: String(number),
  moment: '2026-01-05T09:00:00Z',
});

test('a visitor sees each message once and in order', () => {
  const had = joined([], [at(2), at(1)]);
  expect(had.map(({ number }) => number)).toEqual([1, 2]);
  expect(joined(had, [at(1), at(2)])).toBe(had);
  expect(joined(had, [at(3, 'agent')])).toHaveLength(3);
});

test('what the stream brought before the answer came is no longer on its way', () => {
  const unsent = [{ client_id: 'c1', text: '1' }, { client_id: 'c9', text: '9' }];
  expect(stillUnsent(unsent, [at(1)])).toEqual([{ client_id: 'c9', text: '9' }]);
  expect(stillUnsent(unsent, [at(1, 'agent')])).toHaveLength(2);
});
