// What of the screen stands in the URL: the view, the open product, its open variant or 'new', the dialog.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { GridView } from '~/ui/grid/types';

const dialogs = ['new', 'import', 'completeness', 'edits'] as const;
export type Dialog = (typeof dialogs)[number];

export interface CatalogSearch {
  saved?: string;
  view?: Partial<GridView>;
  open?: string;
  variant?: string;
  dialog?: Dialog;
}

export function readSearch({ saved, view, open, variant, dialog }: Record<string, unknown>): CatalogSearch {
  return {
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof view === 'object' && view !== null ? { view } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(typeof open === 'string' && typeof variant === 'string' ? { variant } : {}),
    ...(dialogs.some((one) => one === dialog) ? { dialog: dialog as Dialog } : {}),
  };
}

export function useCatalogSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    show: (change: Partial<Record<keyof CatalogSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/products',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      }),
  };
}
