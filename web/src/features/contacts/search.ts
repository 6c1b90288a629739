// What of the desk stands in the URL: which list is shown and which contact is open; on a phone also which of the
// panes.
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';

export const lists = ['mine', 'waiting', 'done'] as const;
export type ListName = (typeof lists)[number];

export interface DeskSearch {
  list?: ListName;
  open?: string;
  pane?: 'customer' | 'page';
}

export const readDeskSearch = ({ list, open, pane }: Record<string, unknown>): DeskSearch => ({
  ...(lists.some((one) => one === list) ? { list: list as ListName } : {}),
  ...(typeof open === 'string' ? { open } : {}),
  ...(pane === 'customer' || pane === 'page' ? { pane } : {}),
});

export interface TeamsSearch {
  // What is open: one of those there are, or a new one.
  team?: string;
  agent?: string;
  answer?: string;
}

export const readTeamsSearch = ({ team, agent, answer }: Record<string, unknown>): TeamsSearch => ({
  ...(typeof team === 'string' ? { team } : {}),
  ...(typeof agent === 'string' ? { agent } : {}),
  ...(typeof answer === 'string' ? { answer } : {}),
});

export const readWallSearch = ({ open }: Record<string, unknown>): { open?: string } =>
  typeof open === 'string' ? { open } : {};

export interface AppointmentsSearch {
  from?: string; // the first day that is shown; else today
  team?: string;
}

export const readAppointmentsSearch = ({ from, team }: Record<string, unknown>): AppointmentsSearch => ({
  ...(typeof from === 'string' && /^\d{4}-\d\d-\d\d$/.test(from) ? { from } : {}),
  ...(typeof team === 'string' && team !== '' ? { team } : {}),
});

// The desk and the floor of a store show the same conversations.
export function useDeskSearch() {
  const navigate = useNavigate();
  const to = useLocation({ select: ({ pathname }) => (pathname === '/store' ? '/store' : '/desk') });
  return {
    search: readDeskSearch(useSearch({ strict: false })),
    show: (change: Partial<Record<keyof DeskSearch, unknown>>, replace = false) =>
      void navigate({
        to,
        search: (before: Record<string, unknown>) => readDeskSearch({ ...before, ...change }),
        replace,
      }),
  };
}
