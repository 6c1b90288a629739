// What of the screen stands in the URL: the period and what it is compared with, the filters, how it is cut,
// and what is open beside it.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { oneIn, readScope, type ScopeSearch, textIn } from '~/platform/scope/scope';
import { isLine, type LineId } from './lines';
import { type Span, spans } from './spans';

export const tabs = ['statement', 'outlook', 'credit', 'dependence', 'hits'] as const;
export type Tab = (typeof tabs)[number];
export const cuts = ['channel', 'segment', 'campaign', 'country', 'partner', 'product', 'week', 'month'] as const;
export type Cut = (typeof cuts)[number];
export const compares = ['previous', 'year', 'none'] as const;
export type Compare = (typeof compares)[number];

// What holds where nothing is chosen.
export const usual = { tab: 'statement', by: 'channel', compare: 'previous', span: 'month' } as const;

export interface ProfitSearch extends ScopeSearch {
  compare?: Compare;
  currency?: string;
  tab?: Tab;
  by?: Cut;
  // Of which the outlook tells.
  span?: Span;
  // A line of which is told what it means.
  about?: LineId;
  // The weekly report, and who gets it.
  report?: 'open';
  // The orders behind a figure: of the whole, or of one part of the cut.
  orders?: string;
}

export const everything = 'all';

export function readSearch(search: Record<string, unknown>): ProfitSearch {
  const { about } = search;
  const found = {
    ...readScope(search),
    compare: oneIn(compares, search['compare'], usual.compare),
    currency: textIn(search['currency']),
    tab: oneIn(tabs, search['tab'], usual.tab),
    by: oneIn(cuts, search['by'], usual.by),
    span: oneIn(spans, search['span'], usual.span),
    about: isLine(about) ? about : undefined,
    report: search['report'] === 'open' ? ('open' as const) : undefined,
    orders: textIn(search['orders']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as ProfitSearch;
}

export function useProfitSearch() {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  // Opening something can be undone with Back; adjusting the view does not fill the history.
  const show = (
    change: { [Key in keyof ProfitSearch]?: ProfitSearch[Key] | undefined },
    replace = true,
  ) => {
    void navigate({
      to: '/return',
      search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
      replace,
    });
  };
  return { search, show };
}
