import { expect, test } from 'vitest';
import { changedFields } from './trail';

const fields = ['name', 'rule', 'archived'] as const;
const entry = { id: 'aud_1', ts: '2026-11-01T10:00:00Z' };

test('an entry names the fields that differ', () => {
  const before = { name: 'A', rule: { all: [] }, version: 1 };
  const after = { name: 'A', rule: { any: [] }, version: 2, archived: true };
  expect(changedFields(fields, { ...entry, before, after })).toEqual(['rule', 'archived']);
});

test('an entry of something new names what it was given', () => {
  expect(changedFields(fields, { ...entry, before: null, after: { name: 'A' } })).toEqual(['name']);
});
