// What of the screen stands in the URL: the view, the open customer, the open dialog.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { GridView } from '~/ui/grid/types';

export interface CustomersSearch {
  saved?: string;
  view?: Partial<GridView>;
  open?: string;
  dialog?: 'proposals';
}

export function readSearch({ saved, view, open, dialog }: Record<string, unknown>): CustomersSearch {
  return {
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof view === 'object' && view !== null ? { view } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(dialog === 'proposals' ? { dialog } : {}),
  };
}

export function useCustomersSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    // Opening something can be undone with Back; adjusting the view does not fill the history.
    show: (change: Partial<Record<keyof CustomersSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/customers',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      }),
  };
}
