// What of the desk stands in the URL: which list is shown and which contact is open; on a phone also which of the
// panes.
import { useNavigate, useSearch } from '@tanstack/react-router';

export const lists = ['mine', 'waiting', 'done'] as const;
export type ListName = (typeof lists)[number];

export interface DeskSearch {
  list?: ListName;
  open?: string;
  pane?: 'customer';
}

export const readDeskSearch = ({ list, open, pane }: Record<string, unknown>): DeskSearch => ({
  ...(lists.some((one) => one === list) ? { list: list as ListName } : {}),
  ...(typeof open === 'string' ? { open } : {}),
  ...(pane === 'customer' ? { pane } : {}),
});

export function useDeskSearch() {
  const navigate = useNavigate();
  return {
    search: readDeskSearch(useSearch({ strict: false })),
    show: (change: Partial<Record<keyof DeskSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/desk',
        search: (before: Record<string, unknown>) => readDeskSearch({ ...before, ...change }),
        replace,
      }),
  };
}
