// How many channels each saved view shows. One list of all of them answers for views that only filter;
// a view that searches is asked of the server, which knows what it searches in.
import { useQueries } from '@tanstack/react-query';
import type { Filter, SavedView } from '~/ui/grid/types';
import { plainView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { countQuery, useChannels } from './api';
import type { Listed } from './wire';

const valueOf: Record<string, (row: Listed) => readonly (string | null | undefined)[]> = {
  kind: ({ kind }) => [kind],
  phase: ({ phases }) => phases,
  state: ({ state }) => [state],
  owner: ({ owner }) => [owner],
};

// As the server reads it: a filter is one value, and a column it does not know filters nothing.
export const matches = (row: Listed, filters: readonly Filter[]): boolean =>
  filters.every(({ column, values: [wanted] }) => {
    const values = valueOf[column]?.(row);
    return !values || wanted === undefined || values.includes(wanted);
  });

export interface ViewCounts {
  all: string | undefined;
  saved: readonly SavedView[];
}

export function useViewCounts(saved: readonly SavedView[]): ViewCounts {
  const formats = useFormats();
  const { data } = useChannels(plainView);
  const all = data?.pages.flatMap(({ items }) => items);
  const found = useSearched(saved.filter(({ view }) => view.search !== ''));
  const countOf = ({ id, view }: SavedView) =>
    view.search === '' ? all?.filter((row) => matches(row, view.filters)).length : found.get(id);
  const shown = (count: number | undefined) =>
    count === undefined ? undefined : formats.number(count);
  return {
    all: shown(all?.length),
    saved: saved.map((one) => ({ ...one, count: shown(countOf(one)) })),
  };
}

function useSearched(views: readonly SavedView[]): ReadonlyMap<string, number> {
  const answers = useQueries({ queries: views.map(({ view }) => countQuery(view)) });
  return new Map(views.flatMap(({ id }, index) => {
    const count = answers[index]?.data;
    return count === undefined ? [] : [[id, count] as const];
  }));
}
