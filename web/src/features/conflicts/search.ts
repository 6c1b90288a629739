// What of the screen stands in the URL: the view, the open conflict, and whether the rules are shown.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { GridView } from '~/ui/grid/types';

export interface ConflictsSearch {
  saved?: string;
  view?: Partial<GridView>;
  open?: string;
  rules?: true;
}

export function readSearch({ saved, view, open, rules }: Record<string, unknown>): ConflictsSearch {
  return {
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof view === 'object' && view !== null ? { view } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(rules === true ? { rules } : {}),
  };
}

export function useConflictsSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    show: (change: Partial<Record<keyof ConflictsSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/conflicts',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      }),
  };
}
