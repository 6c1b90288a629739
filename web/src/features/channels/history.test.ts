import { expect, test } from 'vitest';
import { changedFields, versionOf } from './history';

test('says which fields changed and to which version', () => {
  const before = { name: 'Shop', goal: '', costs: [], version: 1 };
  const after = { name: 'Shop', goal: 'Sell', costs: [{ amount: '1.00' }], version: 2 };
  const entry = { id: 'a', ts: '', before, after };
  expect(changedFields(entry)).toEqual(['goal', 'costs']);
  expect(versionOf(entry)).toBe(2);
  expect(versionOf({ ...entry, after: null })).toBeUndefined();
});
