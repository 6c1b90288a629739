// What of the screen stands in the URL: the period, of whom, the tab, and the cell that is open.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { oneIn, readScope, type ScopeSearch, textIn } from '~/platform/scope/scope';

export const tabs = ['map', 'mismatches'] as const;
export type Tab = (typeof tabs)[number];
export const phases = ['awareness', 'evaluation', 'purchase', 'delivery', 'after_sales'] as const;
export type Phase = (typeof phases)[number];

// What holds where nothing is chosen.
export const usual = { tab: 'map' } as const;

export interface FitSearch extends ScopeSearch {
  currency?: string;
  tab?: Tab;
  // The cell of which more is told: its phase, its channel, and whose it is.
  phase?: Phase;
  at?: string;
  of?: string;
}

export function readSearch(search: Record<string, unknown>): FitSearch {
  const found = {
    ...readScope(search),
    currency: textIn(search['currency']),
    tab: oneIn(tabs, search['tab'], usual.tab),
    phase: oneIn(phases, search['phase']),
    at: textIn(search['at']),
    of: textIn(search['of']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as FitSearch;
}

export function useFitSearch() {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  // Opening something can be undone with Back; adjusting the view does not fill the history.
  const show = (change: { [Key in keyof FitSearch]?: FitSearch[Key] | undefined }, replace = true) => {
    void navigate({
      to: '/fit',
      search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
      replace,
    });
  };
  return { search, show };
}
