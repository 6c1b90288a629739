// What of the screens stands in the URL: the view, the open order, and where is handed over.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { GridView } from '~/ui/grid/types';

export interface OrdersSearch {
  saved?: string;
  view?: Partial<GridView>;
  open?: string;
}

export function readSearch({ saved, view, open }: Record<string, unknown>): OrdersSearch {
  return {
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof view === 'object' && view !== null ? { view } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  };
}

export function useOrdersSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    show: (change: Partial<Record<keyof OrdersSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/orders',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      }),
  };
}

export interface PlaceSearch {
  // For whom it is, where that is known.
  customer?: string;
}

export const readPlaceSearch = ({ customer }: Record<string, unknown>): PlaceSearch =>
  typeof customer === 'string' ? { customer } : {};

export interface TermsSearch {
  channel?: string;
}

export const readTermsSearch = ({ channel }: Record<string, unknown>): TermsSearch =>
  typeof channel === 'string' ? { channel } : {};

export interface HandoverSearch {
  location?: string;
  // The delivery that is being worked on.
  open?: string;
}

export const readHandoverSearch = ({ location, open }: Record<string, unknown>): HandoverSearch => ({
  ...(typeof location === 'string' ? { location } : {}),
  ...(typeof open === 'string' ? { open } : {}),
});

export function useHandoverSearch() {
  const navigate = useNavigate();
  return {
    search: readHandoverSearch(useSearch({ strict: false })),
    show: (change: Partial<Record<keyof HandoverSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/handover',
        search: (before: Record<string, unknown>) => readHandoverSearch({ ...before, ...change }),
        replace,
      }),
  };
}
