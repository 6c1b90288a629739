// What of the screen stands in the URL: the tab, and the customers that are shown beside it.
import { useNavigate, useSearch } from '@tanstack/react-router';

export const tabs = ['model', 'grid', 'channels', 'many'] as const;
export type Tab = (typeof tabs)[number];

// What holds where nothing is chosen.
export const usual = { tab: 'model' } as const;

export interface ValueSearch {
  tab?: Tab;
  // Whose customers are listed: of two scores, "45", or of the channel on which they bought first.
  cell?: string;
  channel?: string;
}

const isCell = (value: unknown): value is string => /^[1-5][1-5]$/.test(String(value));

export function readSearch(search: Record<string, unknown>): ValueSearch {
  const { tab, cell, channel } = search;
  return {
    ...(tabs.includes(tab as Tab) && tab !== usual.tab ? { tab: tab as Tab } : {}),
    ...(isCell(cell) ? { cell: String(cell) } : {}),
    ...(typeof channel === 'string' && channel !== '' ? { channel } : {}),
  };
}

// The scores for how recently and how often.
export const scoresOf = (cell: string) => ({ recency: Number(cell[0]), frequency: Number(cell[1]) });

export function useValueSearch() {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  // Opening something can be undone with Back; changing the tab does not fill the history.
  const show = (change: { [Key in keyof ValueSearch]?: ValueSearch[Key] | undefined }, replace = true) => {
    void navigate({
      to: '/value',
      search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
      replace,
    });
  };
  return { search, show };
}
