import { expect, test } from 'vitest';
import { readSearch } from './search';

test('keeps what is known of a URL and drops the rest', () => {
  const view = { search: 'shop' };
  expect(readSearch({ mode: 'board', open: 'chn_1', dialog: 'new', view, extra: 1 })).toEqual({
    mode: 'board',
    open: 'chn_1',
    dialog: 'new',
    view,
  });
  expect(readSearch({ mode: 'table', open: 5, dialog: 'all', view: 'x', saved: null })).toEqual({});
});
