// Everything that the screen shows follows from here: what stands in the URL, and what the server says of it.
import { useMemo } from 'react';
import { filtersIn, rangeIn } from '~/platform/scope/scope';
import { useToday } from '~/platform/useToday';
import { useLocale } from '~/ui/text/locale';
import { type Asked, useProfit } from './api';
import { useProfitSearch, usual } from './search';

export type ProfitView = ReturnType<typeof useProfitView>;

export function useProfitView() {
  const { search } = useProfitSearch();
  const { currency: home } = useLocale();
  const today = useToday();
  const range = useMemo(() => rangeIn(search, today), [search.period, search.from, search.until, today]); // eslint-disable-line react-hooks/exhaustive-deps
  const by = search.by ?? usual.by;
  const compare = search.compare ?? usual.compare;
  const asked: Asked = {
    ...range,
    ...filtersIn(search),
    ...(search.currency ? { currency: search.currency } : {}),
  };
  const first = useProfit(asked, by, compare);
  // Where there is money in several currencies, the company's own comes first.
  const several = first.error?.code === 'several_currencies';
  const chosen: Asked = several ? { ...asked, currency: home } : asked;
  const second = useProfit(chosen, by, compare, several);
  return { search, range, by, compare, asked: chosen, profit: several ? second : first };
}
