import { expect, test } from 'vitest';
import { changedFields } from './history';

test('an entry names the fields that differ', () => {
  const entry = { id: 'aud_1', ts: '2026-11-01T10:00:00Z' };
  const before = { name: 'A', rule: { all: [] }, version: 1 };
  const after = { name: 'A', rule: { any: [] }, version: 2, archived: true };
  expect(changedFields({ ...entry, before, after })).toEqual(['rule', 'archived']);
});
