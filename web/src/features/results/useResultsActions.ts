// What the palette and the keys do here: choose a period or a KPI, compare, clear, print, take rows along.
import { IconCalendar, IconChartLine, IconFilterOff, IconList, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Action, useActions } from '~/platform/actions';
import { isKpi, type KpiCode } from './figures';
import { presets } from '~/platform/period';
import { usePresetName } from '~/platform/usePresetName';
import { compares, useResultsSearch } from './search';
import { noFilters } from './Start';
import { unknownName, useKpiNames } from './Strip';
import type { Results } from './useResults';

export function useResultsActions(results: Results): void {
  const { t } = useTranslation('results');
  const { show } = useResultsSearch();
  const nameOf = useKpiNames();
  const presetName = usePresetName();
  // Those whose names are there.
  const there = (results.strip.data?.kpis ?? []).flatMap(({ kpi }) =>
    isKpi(kpi) && nameOf(kpi) !== unknownName ? [kpi] : [],
  );
  const title = t('title');
  const choose = (kpi: KpiCode, index: number): Action => ({
    id: `results.kpi.${kpi}`,
    label: () => `${title}: ${nameOf(kpi)}`,
    group: 'do',
    icon: IconChartLine,
    keys: String(index + 1),
    run: () => {
      show({ kpi }, true);
    },
  });
  useActions([
    ...there.map(choose),
    ...presets.map((preset): Action => ({
      id: `results.period.${preset}`,
      label: () => `${title}: ${presetName(preset)}`,
      group: 'do',
      icon: IconCalendar,
      run: () => {
        show({ period: preset, from: undefined, until: undefined, step: undefined }, true);
      },
    })),
    ...compares.map((compare): Action => ({
      id: `results.compare.${compare}`,
      label: () => `${t('compare')}: ${t(`compares.${compare}`)}`,
      group: 'do',
      icon: IconCalendar,
      run: () => {
        show({ compare }, true);
      },
    })),
    {
      id: 'results.rows',
      label: () => t('about.rows'),
      group: 'do',
      icon: IconList,
      keys: 'r',
      run: () => {
        show({ rows: {}, about: undefined });
      },
    },
    {
      id: 'results.clear',
      label: () => t('clear'),
      group: 'do',
      icon: IconFilterOff,
      keys: 'x',
      run: () => {
        show(noFilters, true);
      },
    },
    {
      id: 'results.print',
      label: () => t('print'),
      group: 'do',
      icon: IconPrinter,
      run: () => {
        window.print();
      },
    },
  ]);
}
