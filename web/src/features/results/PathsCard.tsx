// How customers go from one channel to the next: streams to look at, and the same as a list to read.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChannelNames, useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { Flow, type FlowLink, type FlowNode } from '~/ui/chart/Flow';
import { Card } from '~/ui/layout/Card';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { type Switch, useSwitches } from './api';
import { fewest } from './figures';
import { useUnfilteredNote } from './unfiltered';
import type { Results } from './useResults';
import classes from './results.module.css';

const mostStreams = 18;
const mostLines = 8;

export function PathsCard({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const noteOf = useUnfilteredNote(results, ['segment']);
  return (
    <Card title={t('paths.title')} note={noteOf(t('paths.note'))}>
      <Loaded query={useSwitches(results.asked)} lines={8}>
        {({ switches }) => <Paths switches={switches} />}
      </Loaded>
    </Card>
  );
}

// The most frequent first; who stays on a channel does not switch.
const stepsIn = (switches: readonly Switch[]) =>
  switches.filter(({ from, to }) => from !== to).toSorted((one, other) => other.times - one.times);

function Paths({ switches }: { switches: readonly Switch[] }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const phone = usePhone();
  const names = useChannelNames();
  const steps = useMemo(() => stepsIn(switches), [switches]);
  const all = steps.reduce((sum, { times }) => sum + times, 0);
  const { list } = names;
  const streams = useMemo(
    () => streamsOf(steps.slice(0, mostStreams), names),
    // The functions of `names` follow its list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [steps, list],
  );
  if (all === 0) return <p className={classes.nothing}>{t('paths.none')}</p>;
  return (
    <div className={classes.paths}>
      {!phone && (
        <Flow label={t('paths.chart')} {...streams} height={270} value={(times) => formats.number(times)} />
      )}
      <table className={classes.pathTable}>
        <caption className={classes.spoken}>{t('paths.title')}</caption>
        <thead className={classes.spoken}>
          <tr>
            <th scope="col">{t('paths.from')}</th>
            <th scope="col">{t('paths.to')}</th>
            <th scope="col">{t('paths.times')}</th>
            <th scope="col">{t('paths.share')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.slice(0, mostLines).map(({ from, to, times }) => (
            <tr key={`${from} ${to}`}>
              <td dir="auto">{names.nameOf(from)}</td>
              <td dir="auto">
                <span aria-hidden>→ </span>
                {names.nameOf(to)}
              </td>
              <td className={classes.end}>{formats.number(times)}</td>
              <td className={classes.end}>{all < fewest ? '' : formats.percent(times / all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function streamsOf(steps: readonly Switch[], names: ChannelNames) {
  const node = (column: number) => (id: string): FlowNode => ({
    id: `${column} ${id}`,
    name: names.nameOf(id),
    series: names.seriesOf(id),
    column,
  });
  const nodes = [
    ...[...new Set(steps.map(({ from }) => from))].map(node(0)),
    ...[...new Set(steps.map(({ to }) => to))].map(node(1)),
  ];
  const links = steps.map(({ from, to, times }): FlowLink => ({ from: `0 ${from}`, to: `1 ${to}`, value: times }));
  return { nodes, links };
}
