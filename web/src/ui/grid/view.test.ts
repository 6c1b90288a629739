import { describe, expect, it } from 'vitest';
import { nextSort, plainView, readView, sameView, setFilter, viewToUrl } from './view';

const filter = { column: 'state', not: false, values: ['live'] };

describe('a view', () => {
  it('goes to the URL and back', () => {
    const view = {
      ...plainView,
      search: 'shop',
      filters: [filter],
      sort: { column: 'name', descending: true },
    };
    const url: unknown = JSON.parse(JSON.stringify(viewToUrl(view, plainView)));
    expect(readView(url, plainView)).toEqual(view);
    expect(viewToUrl(plainView, plainView)).toEqual({});
  });

  it('takes nothing strange from a URL', () => {
    const strange = {
      search: 5,
      filters: [{ column: 1 }, filter],
      sort: 'up',
      density: 'huge',
      order: {},
      widths: [''],
    };
    expect(readView(strange, plainView)).toEqual({ ...plainView, filters: [filter] });
    expect(readView(null, plainView)).toBe(plainView);
  });

  it('is the same whatever the order of its filters', () => {
    const other = { column: 'owner', not: true, values: ['me'] };
    const a = { ...plainView, filters: [filter, other] };
    expect(sameView(a, { ...plainView, filters: [other, filter] })).toBe(true);
    expect(sameView(a, plainView)).toBe(false);
  });

  it('loses a filter without values', () => {
    const view = setFilter(plainView, filter);
    expect(view.filters).toEqual([filter]);
    expect(setFilter(view, { ...filter, values: [] }).filters).toEqual([]);
  });

  it('sorts up, down, and not', () => {
    const up = nextSort(null, 'name');
    const down = nextSort(up, 'name');
    expect([up, down, nextSort(down, 'name')]).toEqual([
      { column: 'name', descending: false },
      { column: 'name', descending: true },
      null,
    ]);
  });
});
