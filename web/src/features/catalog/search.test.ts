import { expect, test } from 'vitest';
import { readSearch } from './search';

test('a variant is open within its product only', () => {
  expect(readSearch({ open: 'prd_1', variant: 'new' })).toEqual({ open: 'prd_1', variant: 'new' });
  expect(readSearch({ variant: 'new', dialog: 'delete', view: 'all' })).toEqual({});
});
