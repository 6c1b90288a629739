// What of the screen stands in the URL: how the channels are shown, the view, the open channel, the
// open dialog. Back and a shared link do what people expect of them.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { GridView } from '~/ui/grid/types';
import { type MeasuredPeriod, measuredPeriods } from './measuredPeriods';

export const modes = ['table', 'board', 'matrix'] as const;
export type Mode = (typeof modes)[number];

const dialogs = ['new', 'templates', 'import'] as const;
export type DialogName = (typeof dialogs)[number];

export interface ChannelsSearch {
  mode?: Mode;
  // The saved view that is chosen.
  saved?: string;
  view?: Partial<GridView>;
  open?: string;
  dialog?: DialogName;
  // Over which days what was measured is shown.
  measured?: MeasuredPeriod;
  // Of which segment.
  segment?: string;
}

export function readSearch(search: Record<string, unknown>): ChannelsSearch {
  const { mode, saved, view, open, dialog, measured, segment } = search;
  return {
    ...(modes.includes(mode as Mode) && mode !== 'table' ? { mode: mode as Mode } : {}),
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof view === 'object' && view !== null ? { view } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(dialogs.includes(dialog as DialogName) ? { dialog: dialog as DialogName } : {}),
    ...(measuredPeriods.includes(measured as MeasuredPeriod) && measured !== '30d'
      ? { measured: measured as MeasuredPeriod }
      : {}),
    ...(typeof segment === 'string' && segment !== '' ? { segment } : {}),
  };
}

export interface SearchState {
  search: ChannelsSearch;
  // Opening something can be undone with Back; adjusting the view does not fill the history.
  show: (change: Partial<Record<keyof ChannelsSearch, unknown>>, replace?: boolean) => void;
}

export function useChannelsSearch(): SearchState {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  return {
    search,
    show: (change, replace = false) => {
      void navigate({
        to: '/channels',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      });
    },
  };
}
