// Channels by phases: how many customers are there, which part of them buys, and whether that is planned. A cell
// opens who they are.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import page from '~/platform/scope/scope.module.css';
import tables from '~/platform/scope/tables.module.css';
import { WeightedCell } from '~/platform/scope/WeightedCell';
import { Dot } from '~/ui/control/Dot';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import type { Cell } from './api';
import { type Phase, phases } from './search';
import type { FitView } from './useFitView';
import classes from './fit.module.css';

export function MapCard({ cells, view }: { cells: readonly Cell[]; view: FitView }) {
  const { t } = useTranslation('fit');
  const names = useChannelNames();
  const formats = useFormats();
  const whose = cells.filter(({ segment }) => (segment ?? undefined) === view.search.segment);
  const channels = [...new Set(whose.map(({ channel }) => channel))].toSorted((a, b) =>
    formats.compare(names.nameOf(a), names.nameOf(b)),
  );
  const cellOf = (channel: string, phase: Phase) =>
    whose.find((cell) => cell.channel === channel && cell.phase === phase);
  return (
    <Card title={t('map.title', { whose: view.nameOf(view.search.segment) ?? t('everybody') })} note={t('map.note')}>
      <div className={page.wide} tabIndex={0} role="region" aria-label={t('map.label')}>
        <table className={`${tables.cells} ${classes.map}`}>
          <thead>
            <tr>
              <th scope="col">{t('channel')}</th>
              {phases.map((phase) => (
                <th key={phase} scope="col">
                  {t(`phases.${phase}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <tr key={channel}>
                <th scope="row">
                  <Dot series={names.seriesOf(channel)} />
                  <span dir="auto">{names.nameOf(channel)}</span>
                </th>
                {phases.map((phase) => (
                  <MapCell key={phase} cell={cellOf(channel, phase)} view={view} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function MapCell({ cell, view }: { cell: Cell | undefined; view: FitView }) {
  const { t } = useTranslation('fit');
  const formats = useFormats();
  if (!cell) return <td />;
  const { search, show } = view;
  const weight = cell.people > 0 ? cell.customers / cell.people : 0;
  const wrong = cell.planned ? cell.customers === 0 : cell.customers > 0;
  return (
    <WeightedCell
      weight={weight}
      isOpen={search.at === cell.channel && search.phase === cell.phase}
      title={t('map.open')}
      onOpen={() => {
        show({ at: cell.channel, phase: cell.phase, of: cell.segment ?? undefined }, false);
      }}
    >
      <b>{formats.number(cell.customers)}</b>
      <span>
        {cell.customers === 0
          ? ''
          : cell.bought.value == null
            ? t('map.between', { low: formats.percent(cell.bought.low), high: formats.percent(cell.bought.high) })
            : t('map.bought', { share: formats.percent(cell.bought.value) })}
      </span>
      <span data-wrong={wrong || undefined}>{t(cell.planned ? 'map.planned' : 'map.unplanned')}</span>
    </WeightedCell>
  );
}
