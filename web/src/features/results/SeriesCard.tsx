// The chosen KPI over time: a line for each channel, with the list that carries name, value and change; or
// all together beside the period it is compared with.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { type Line, Lines } from '~/ui/chart/Lines';
import { Segmented } from '~/ui/control/Segmented';
import { useFormats } from '~/ui/text/locale';
import { useSeries } from './api';
import { ChannelList, orderOf } from './ChannelList';
import { needsCost } from './figures';
import { addDays, daysIn, everyOf, lastDay, type Range, type Step, warmUpDays } from '~/platform/period';
import { useResultsSearch } from './search';
import { channelLines, values } from './series';
import { useKpiNames } from './Strip';
import type { Results } from './useResults';
import { shownIn } from './words';
import classes from './results.module.css';

export function SeriesCard({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const [front, setFront] = useState<string>();
  const { show } = useResultsSearch();
  const { view, kpi, step, steps } = results;
  const total = view.total === true || needsCost(kpi);
  return (
    <div className={classes.series}>
      <div className={classes.drawn}>
        <div className={classes.tools}>
          {steps.length > 1 && (
            <Segmented
              label={t('step')}
              value={step}
              items={steps.map((id) => ({ id, label: t(`steps.${id}`) }))}
              onChange={(next: Step) => {
                show({ step: next }, true);
              }}
            />
          )}
          {!needsCost(kpi) && (
            <Segmented
              label={t('lines')}
              value={total ? 'total' : 'channels'}
              items={[
                { id: 'channels', label: t('perChannel') },
                { id: 'total', label: t('together') },
              ]}
              onChange={(next) => {
                show({ total: next === 'total' || undefined }, true);
              }}
            />
          )}
        </div>
        <Loaded query={results.series}>
          {() => <Drawn results={results} total={total} front={total ? undefined : front} />}
        </Loaded>
      </div>
      <ChannelList results={results} onFront={setFront} />
    </div>
  );
}

interface DrawnProps {
  results: Results;
  total: boolean;
  front: string | undefined;
}

function Drawn({ results, total, front }: DrawnProps) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { show } = useResultsSearch();
  const nameOf = useKpiNames();
  const { kpi, range, step, today, series } = results;
  const mean = step === 'mean';
  const starts = useMemo(() => (series.data?.total ?? []).map(({ starts: at }) => at), [series.data]);
  const skip = mean ? starts.filter((start) => start < range.from).length : 0;
  const perChannel = useChannelLines(results, starts);
  const together = useTotalLines(results, starts, total);
  const names = useMemo(
    () => starts.slice(skip).map((start) => pointName(start, step, range, formats)),
    [starts, skip, step, range, formats],
  );
  const shown = useMemo(() => shownIn(kpi, formats, series.data?.currency), [kpi, formats, series.data]);
  const open = starts.slice(skip).findIndex((start) => endOf(start, step) > today);
  return (
    <Lines
      label={t('chart', { kpi: nameOf(kpi) })}
      names={names}
      lines={total ? together : perChannel}
      axis={shown.axis}
      value={shown.short}
      open={open < 0 ? undefined : open}
      front={front}
      onPoint={(index) => {
        const start = starts[skip + index];
        if (start === undefined) return;
        const from = start < range.from ? range.from : start;
        const end = endOf(start, step);
        show({ rows: { from, to: end > range.to ? range.to : end }, about: undefined });
      }}
    />
  );
}

function useChannelLines({ kpi, step, range, channels, series }: Results, starts: readonly string[]): Line[] {
  const { t } = useTranslation('results');
  const known = useChannelNames();
  const { list } = known;
  return useMemo(() => {
    const order = orderOf(kpi, channels.data?.channels ?? []);
    const look = (id: string) => ({ name: known.nameOf(id), series: known.seriesOf(id) });
    const rest = (count: number) => t('rest', { count });
    const mean = step === 'mean';
    const lines = channelLines(kpi, starts, series.data?.channels ?? [], order, mean, look, rest);
    const skip = mean ? starts.filter((start) => start < range.from).length : 0;
    return lines.map((line) => ({ ...line, values: line.values.slice(skip) }));
    // The functions of `known` follow its list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [kpi, step, range.from, channels.data, series.data, starts, list, t]);
}

// All channels as one line, and the period it is compared with, point by point.
function useTotalLines(results: Results, starts: readonly string[], wanted: boolean): Line[] {
  const { t } = useTranslation('results');
  const { kpi, step, range, asked, compare, compared, series } = results;
  const mean = step === 'mean';
  const from = compared && (mean ? addDays(compared.from, -warmUpDays) : compared.from);
  const { data: before } = useSeries(
    { ...asked, from: from ?? asked.from, to: compared?.to ?? asked.to },
    everyOf(step),
    wanted && !!compared,
  );
  return useMemo(() => {
    const cut = (all: readonly (number | null)[], points: readonly { starts: string }[], first: string) =>
      mean ? all.slice(points.filter((point) => point.starts < first).length) : all;
    const now = series.data?.total ?? [];
    const own: Line = {
      id: 'total',
      name: t('total'),
      series: 1,
      values: cut(values(kpi, starts, now, mean), now, range.from),
    };
    if (!compared || !before || compare === 'none') return [own];
    const then = before.total;
    const old = values(kpi, then.map(({ starts: at }) => at), then, mean);
    return [
      own,
      { id: 'before', name: t(`before.${compare}`), series: 'other', before: true, values: cut(old, then, compared.from) },
    ];
  }, [kpi, mean, range.from, series.data, starts, compare, compared, before, t]);
}

// The first day after a point.
function endOf(start: string, step: Step): string {
  if (step === 'week') return addDays(start, 7);
  if (step === 'month') return `${addDays(start, 31).slice(0, 7)}-01`;
  return addDays(start, 1);
}

type Formats = ReturnType<typeof useFormats>;

function pointName(start: string, step: Step, range: Range, formats: Formats) {
  if (step === 'month') return { short: formats.month(start), long: formats.month(start) };
  const short = daysIn(range) > 365 ? formats.dateShort(start) : formats.dayMonth(start);
  if (step === 'week') return { short, long: formats.range(start, lastDay({ from: start, to: addDays(start, 7) })) };
  if (step === 'mean') return { short, long: formats.range(addDays(start, -warmUpDays), start) };
  return { short, long: formats.date(start) };
}

