// What of the screen stands in the URL: the tab, the view of its list, the open record, the open dialog.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { GridView } from '~/ui/grid/types';

export const tabs = ['offers', 'placements', 'settings'] as const;
export type Tab = (typeof tabs)[number];

export interface OffersSearch {
  tab?: Tab;
  saved?: string;
  view?: Partial<GridView>;
  open?: string;
  dialog?: 'new';
}

export function readSearch({ tab, saved, view, open, dialog }: Record<string, unknown>): OffersSearch {
  return {
    ...(tabs.includes(tab as Tab) && tab !== 'offers' ? { tab: tab as Tab } : {}),
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof view === 'object' && view !== null ? { view } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(dialog === 'new' ? { dialog } : {}),
  };
}

export function useOffersSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    // Opening something can be undone with Back; adjusting the view does not fill the history.
    show: (change: Partial<Record<keyof OffersSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/offers',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      }),
  };
}
