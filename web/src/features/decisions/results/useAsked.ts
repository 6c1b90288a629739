// What the URL asks of results: which period, told apart how, of which place.
import { rangeOf as daysOf, startOf } from '~/platform/period';
import { useToday } from '~/platform/useToday';
import { useLocale } from '~/ui/text/locale';
import { firstPeriod, useOffersSearch } from '../search';

export function useAsked() {
  const { search } = useOffersSearch();
  const { timeZone } = useLocale();
  const { from, to } = daysOf(search.period ?? firstPeriod, useToday());
  return {
    by: search.by ?? 'offer',
    from: startOf(from, timeZone),
    until: startOf(to, timeZone),
    ...(search.place ? { placement: search.place } : {}),
  };
}
