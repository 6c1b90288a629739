// What of the journeys stands in the URL: the period, the filters, and what is shown.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { oneIn, readScope, type ScopeSearch, textIn } from '~/platform/scope/scope';

export const tabs = ['paths', 'funnel', 'credit'] as const;
export type Tab = (typeof tabs)[number];
export const windows = ['1d', '7d', '30d', '90d'] as const;
export type Window = (typeof windows)[number];
export const worths = ['revenue', 'margin'] as const;
export type Worth = (typeof worths)[number];
export const bys = ['channel', 'campaign'] as const;
export type By = (typeof bys)[number];
export const orders = ['1', '2', '3', '4'] as const;
export type Order = (typeof orders)[number];

// What holds where nothing is chosen.
export const usual = {
  tab: 'paths',
  steps: 'product_viewed,order_completed',
  within: '7d',
  window: '30d',
  worth: 'revenue',
  by: 'channel',
  order: '1',
} as const;

export interface JourneysSearch extends ScopeSearch {
  tab?: Tab;
  start?: string;
  // Of the funnel: its steps and within which time.
  steps?: string;
  within?: Window;
  // Of the credit: how long before a conversion a touch counts, and what is divided over whom.
  window?: Window;
  worth?: Worth;
  by?: By;
  order?: Order;
}

export function readSearch(search: Record<string, unknown>): JourneysSearch {
  const steps = textIn(search['steps']);
  const found = {
    ...readScope(search),
    tab: oneIn(tabs, search['tab'], usual.tab),
    start: textIn(search['start']),
    steps: steps === usual.steps ? undefined : steps,
    within: oneIn(windows, search['within'], usual.within),
    window: oneIn(windows, search['window'], usual.window),
    worth: oneIn(worths, search['worth'], usual.worth),
    by: oneIn(bys, search['by'], usual.by),
    order: oneIn(orders, search['order'], usual.order),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  ) as JourneysSearch;
}

export function useJourneysSearch() {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  const show = (change: { [Key in keyof JourneysSearch]?: JourneysSearch[Key] | undefined }) => {
    void navigate({
      to: '/paths',
      search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
      replace: true,
    });
  };
  return { search, show };
}
