// The channels beside the chart: name, value and change, the largest first. One is put in front while it is
// pointed at, and chosen with a click.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { Dot } from '~/ui/control/Dot';
import { useFormats } from '~/ui/text/locale';
import type { ChannelRow, ChannelTable } from './api';
import { ChangeShown } from './ChangeShown';
import { amountsOf, changeOf, type KpiCode, valueOf } from './figures';
import { useResultsSearch } from './search';
import { shadesOf } from './series';
import type { Results } from './useResults';
import { shownIn } from './words';
import classes from './results.module.css';

const of = (kpi: KpiCode, figures: Parameters<typeof amountsOf>[0]) => ({
  value: valueOf(kpi, amountsOf(figures)),
  orders: figures.orders,
});

// Channels without a value of this KPI say nothing.
const rowsOf = (kpi: KpiCode, rows: readonly ChannelRow[]) =>
  rows
    .map((row) => ({
      channel: row.channel,
      now: of(kpi, row),
      before: row.before ? of(kpi, row.before) : undefined,
    }))
    .filter(({ now, before }) => now.value || before?.value)
    .sort((a, b) => (b.now.value ?? -Infinity) - (a.now.value ?? -Infinity));

export const orderOf = (kpi: KpiCode, rows: readonly ChannelRow[]): string[] =>
  rowsOf(kpi, rows).map(({ channel }) => channel);

interface ChannelListProps {
  results: Results;
  onFront: (channel: string | undefined) => void;
}

export function ChannelList({ results, onFront }: ChannelListProps) {
  return (
    <Loaded query={results.channels}>
      {(table) => <Rows kpi={results.kpi} table={table} onFront={onFront} />}
    </Loaded>
  );
}

interface RowsProps extends Pick<ChannelListProps, 'onFront'> {
  kpi: KpiCode;
  table: ChannelTable;
}

function Rows({ kpi, table, onFront }: RowsProps) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const names = useChannelNames();
  const { view, show } = useResultsSearch();
  const shown = shownIn(kpi, formats, table.currency);
  const rows = rowsOf(kpi, table.channels);
  const shades = shadesOf(rows.map(({ channel }) => channel), names.seriesOf);
  return (
    <ul className={classes.channels} aria-label={t('perChannel')} tabIndex={rows.length > 9 ? 0 : undefined}>
      {rows.map(({ channel, now, before }) => (
        <li key={channel}>
          <button
            type="button"
            className={classes.channel}
            aria-pressed={view.channel === channel}
            title={t('filterOn', { name: names.nameOf(channel) })}
            onMouseEnter={() => {
              onFront(channel);
            }}
            onMouseLeave={() => {
              onFront(undefined);
            }}
            onFocus={() => {
              onFront(channel);
            }}
            onBlur={() => {
              onFront(undefined);
            }}
            onClick={() => {
              show({ channel: view.channel === channel ? undefined : channel }, true);
            }}
          >
            <Dot series={names.seriesOf(channel)} shade={shades.get(channel) ?? 0} />
            <span className={classes.channelName} dir="auto">
              {names.nameOf(channel)}
            </span>
            <b title={shown.exact(now.value)}>{shown.short(now.value)}</b>
            <span className={classes.change}>
              <ChangeShown kpi={kpi} change={changeOf(kpi, now, before)} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
