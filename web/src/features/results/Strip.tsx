// The KPIs of the period: each with its change, how it ran, and what it means behind the i.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { kpiName, useKpis } from '~/platform/kpis';
import { KpiStrip } from '~/ui/chart/KpiStrip';
import { Sparkline } from '~/ui/chart/Sparkline';
import { useFormats, useLocale } from '~/ui/text/locale';
import type { Strip as StripReply } from './api';
import { ChangeShown } from './ChangeShown';
import { changeOf, isKpi, kpis, type KpiCode } from './figures';
import { useResultsSearch } from './search';
import { values } from './series';
import type { Results } from './useResults';
import { shownIn } from './words';

export const unknownName = '…';

export function useKpiNames(): (kpi: string) => string {
  const { language } = useLocale();
  const { data } = useKpis();
  return (code) => {
    const kpi = data?.items.find((one) => one.code === code);
    return kpi ? kpiName(kpi, language) : unknownName;
  };
}

// The value of a KPI in the strip, and of the period it is compared with.
export function inStrip(strip: StripReply, code: KpiCode) {
  const of = (kpi: string) => strip.kpis.find((one) => one.kpi === kpi);
  const number = (text: string | null | undefined) => (typeof text === 'string' ? Number(text) : null);
  const found = of(code);
  const orders = of('orders');
  return {
    exact: found?.value ?? null,
    now: { value: number(found?.value), orders: number(orders?.value) ?? 0 },
    before: strip.compared
      ? { value: number(found?.before), orders: number(orders?.before) ?? 0 }
      : undefined,
  };
}

export function Strip({ results, strip }: { results: Results; strip: StripReply }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const nameOf = useKpiNames();
  const { show } = useResultsSearch();
  const runs = useRuns(results);
  const there = strip.kpis.flatMap(({ kpi }) => (isKpi(kpi) ? [kpi] : []));
  return (
    <KpiStrip
      inCard
      label={t('kpis')}
      value={results.kpi}
      onChoose={(id) => {
        if (isKpi(id)) show({ kpi: id }, true);
      }}
      about={{
        label: (name) => t('aboutKpi', { name }),
        onOpen: (id) => {
          if (isKpi(id)) show({ about: id, rows: undefined });
        },
      }}
      items={there.map((kpi) => {
        const { exact, now, before } = inStrip(strip, kpi);
        const shown = shownIn(kpi, formats, strip.currency);
        return {
          id: kpi,
          name: nameOf(kpi),
          value: shown.short(now.value),
          exact: shown.exact(exact),
          foot: <ChangeShown kpi={kpi} change={changeOf(kpi, now, before)} />,
          chart: <Sparkline values={runs.get(kpi) ?? []} />,
        };
      })}
    />
  );
}

// How each KPI ran, as the lines below have it.
function useRuns({ series: { data }, range, step }: Results): ReadonlyMap<KpiCode, number[]> {
  return useMemo(() => {
    const points = data?.total ?? [];
    const starts = points.map(({ starts: start }) => start);
    const shown = starts.filter((start) => step !== 'mean' || start >= range.from).length;
    return new Map(
      kpis.map((kpi) => {
        const all = values(kpi, starts, points, step === 'mean').slice(-shown);
        return [kpi, all.filter((value) => value !== null)];
      }),
    );
  }, [data, range.from, step]);
}
