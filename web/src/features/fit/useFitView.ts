// Everything that the screen shows follows from here: what stands in the URL, and what the server says of it.
import { useMemo } from 'react';
import { useScopeSegments } from '~/platform/scope/api';
import { rangeIn } from '~/platform/scope/scope';
import { useToday } from '~/platform/useToday';
import { useLocale } from '~/ui/text/locale';
import { type Asked, useFit } from './api';
import { useFitSearch } from './search';

export type FitView = ReturnType<typeof useFitView>;

export function useFitView() {
  const { search, show } = useFitSearch();
  const { currency: home } = useLocale();
  const { data: segments } = useScopeSegments();
  const today = useToday();
  const range = useMemo(() => rangeIn(search, today), [search.period, search.from, search.until, today]); // eslint-disable-line react-hooks/exhaustive-deps
  const asked: Asked = {
    ...range,
    ...(search.channel ? { channel: search.channel } : {}),
    ...(search.segment ? { segment: search.segment } : {}),
    ...(search.currency ? { currency: search.currency } : {}),
  };
  const first = useFit(asked);
  // Where there is money in several currencies, the company's own comes first.
  const several = first.error?.code === 'several_currencies';
  const chosen: Asked = several ? { ...asked, currency: home } : asked;
  const second = useFit(chosen, several);
  const nameOf = (segment: string | null | undefined) =>
    segment ? (segments?.items.find(({ id }) => id === segment)?.name ?? segment) : undefined;
  return { search, show, range, asked: chosen, fit: several ? second : first, nameOf };
}
