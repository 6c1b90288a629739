// Everything that the screen shows follows from here: the view in the URL, and what the server says of it.
import { useMemo } from 'react';
import { useToday } from '~/platform/useToday';
import { useLocale } from '~/ui/text/locale';
import { type Asked, useChannelFigures, useFreshness, useSeries, useStrip } from './api';
import {
  addDays,
  daysIn,
  everyOf,
  periodBefore,
  type Range,
  rangeOf,
  type Step,
  stepsFor,
  warmUpDays,
  yearBefore,
} from '~/platform/period';
import { type Compare, filtersIn, type ResultsView, useResultsSearch, usual } from './search';
import type { KpiCode } from './figures';

export function rangeIn(view: ResultsView, today: string): Range {
  if (view.from && view.until) return { from: view.from, to: addDays(view.until, 1) };
  return rangeOf(view.period ?? usual.period, today);
}

// The days with which a period is compared, as the server takes them.
const comparedWith: Record<Compare, (range: Range) => Range | undefined> = {
  previous: periodBefore,
  year: yearBefore,
  none: () => undefined,
};

export const askedIn = (view: ResultsView, range: Range, currency: string | undefined): Asked => ({
  ...range,
  ...filtersIn(view),
  ...(currency ? { currency } : {}),
});

// Where there is money in several currencies, one has to be chosen: the company's own comes first.
function useCurrency(view: ResultsView, range: Range) {
  const { currency: home } = useLocale();
  const compare = view.compare ?? usual.compare;
  const first = useStrip(askedIn(view, range, view.currency), compare);
  const several = first.error?.code === 'several_currencies';
  const second = useStrip(askedIn(view, range, home), compare, several);
  const there = (several ? second.data : first.data)?.currencies ?? [];
  const chosen = several ? (there.includes(home) ? home : there[0]) : view.currency;
  return { several, there, chosen };
}

export type Results = ReturnType<typeof useResults>;

export function useResults() {
  const { view } = useResultsSearch();
  const today = useToday();
  const range = useMemo(() => rangeIn(view, today), [view.period, view.from, view.until, today]); // eslint-disable-line react-hooks/exhaustive-deps
  const compare: Compare = view.compare ?? usual.compare;
  const compared = useMemo(() => comparedWith[compare](range), [compare, range]);
  const currency = useCurrency(view, range);
  const asked = askedIn(view, range, currency.chosen);
  const known = !currency.several || currency.chosen !== undefined;
  const strip = useStrip(asked, compare, known);
  const kpi = chosenKpi(view, strip.data?.kpis);
  const { all: steps, first } = stepsFor(daysIn(range));
  const step: Step = view.step && steps.includes(view.step) ? view.step : first;
  const every = everyOf(step);
  const warm = step === 'mean' ? { ...asked, from: addDays(range.from, -warmUpDays) } : asked;
  const series = useSeries(warm, every, known);
  const channels = useChannelFigures(asked, compare, known);
  const freshness = useFreshness();
  return {
    view,
    today,
    range,
    compare,
    compared,
    currency,
    asked,
    strip,
    kpi,
    steps,
    step,
    series,
    channels,
    freshness,
  };
}

// A filter may leave out the KPI that was chosen.
function chosenKpi(view: ResultsView, there: readonly { kpi: string }[] | undefined): KpiCode {
  const wanted = view.kpi ?? usual.kpi;
  return !there || there.some(({ kpi }) => kpi === wanted) ? wanted : usual.kpi;
}
