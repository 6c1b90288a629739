// Phase by channel: who serves customers when, where nobody does, and what each phase costs. A click, Enter
// or Space says that a channel serves a phase or not; arrows move.
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { managing, mayDo, useMe } from '~/platform/session';
import { Dot } from '~/ui/control/Dot';
import { Tag } from '~/ui/control/Tag';
import { EmptyState, ErrorState, Skeleton } from '~/ui/feedback/State';
import { at, move } from '~/ui/grid/cursor';
import { GridFooter } from '~/ui/grid/GridFooter';
import { useFormats } from '~/ui/text/locale';
import { useFieldEdit } from '../changes';
import { useSums, WorksheetBar } from '../ChannelTable';
import { costTotals } from '../costs';
import { useChannelsSearch } from '../search';
import { kpiOf, type Measured } from '../measured';
import type { Worksheet } from '../useWorksheet';
import type { Listed, Phase } from '../wire';
import { phaseList, phases, seriesOf, stateTones } from '../words';
import classes from './Board.module.css';

export function Board({ sheet }: { sheet: Worksheet }) {
  const { t } = useTranslation('channels');
  const { source } = sheet;
  const { rows } = source;
  const { count, summary } = useSums(rows);
  return (
    <>
      <WorksheetBar sheet={sheet} />
      {source.status === 'loading' && <Skeleton lines={12} />}
      {source.status === 'error' && <ErrorState text={source.error} onRetry={source.retry} />}
      {source.status === 'ready' && rows.length === 0 && (
        <EmptyState title={t('start.nothing')} text={t('start.nothingText')} />
      )}
      {rows.length > 0 && <BoardTable rows={rows} measured={sheet.measured} />}
      {rows.length > 0 && (
        <GridFooter count={count} summary={summary} waiting={source.waiting} />
      )}
    </>
  );
}

const rowsPerPage = 10;

function BoardTable({ rows, measured }: { rows: readonly Listed[]; measured: Measured }) {
  const { t } = useTranslation('channels');
  const body = useRef<HTMLTableSectionElement>(null);
  const [cursor, setCursor] = useState(at(0, 0));
  const onKeyDown = (event: KeyboardEvent) => {
    const bounds = { rows: rows.length, columns: phases.length + 1, page: rowsPerPage };
    const press = { key: event.key, shift: false, mod: event.ctrlKey || event.metaKey };
    const next = move(cursor, press, bounds);
    if (!next) return;
    event.preventDefault();
    setCursor(next);
    const cell = body.current?.rows[next.row]?.cells[next.column];
    cell?.querySelector('button')?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return (
    <div className={classes.box} tabIndex={-1}>
      <table className={classes.table} aria-label={t('phaseBoard.label')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('fields.name')}</th>
            {phases.map((phase) => (
              <PhaseHead key={phase} phase={phase} rows={rows} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <BoardRow
              key={row.id}
              row={row}
              revenue={kpiOf(measured.of(row.id), 'revenue')}
              active={index === cursor.row ? cursor.column : -1}
              onFocus={(column) => {
                setCursor(at(index, column));
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PhaseHead({ phase, rows }: { phase: Phase; rows: readonly Listed[] }) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const live = rows.filter((row) => row.state === 'live' && row.phases.includes(phase));
  const costs = costTotals(live.flatMap(({ cost_per_month: cost }) => cost));
  const amount = costs.map((sum) => formats.money(sum.amount, sum.currency, true)).join(' + ');
  return (
    <th scope="col">
      {t(`phases.${phase}`)}
      <span className={classes.meta}>
        {live.length > 0 ? (
          <span>{t('phaseBoard.live', { count: live.length })}</span>
        ) : (
          <span className={classes.gap}>{t('phaseBoard.gap')}</span>
        )}
        {amount && <span>{t('phaseBoard.costs', { amount })}</span>}
      </span>
    </th>
  );
}

interface BoardRowProps {
  row: Listed;
  // Measured, where this person may see it.
  revenue: string | null;
  active: number;
  onFocus: (column: number) => void;
}

function BoardRow({ row, revenue, active, onFocus }: BoardRowProps) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const { show } = useChannelsSearch();
  const may = mayDo(useMe(), managing);
  const edit = useFieldEdit();
  const toggle = (phase: Phase) => {
    const serves = row.phases.includes(phase);
    const to = phases.filter((one) => (one === phase ? !serves : row.phases.includes(one)));
    const words = (list: readonly Phase[]) => phaseList(list, t);
    void edit({ id: row.id, field: 'phases', from: row.phases, to, words });
  };
  return (
    <tr className={`${classes.row} ${classes[`s${seriesOf(row.form)}`]}`}>
      <th scope="row" className={classes.rowName}>
        <button
          type="button"
          tabIndex={active === 0 ? 0 : -1}
          onFocus={() => {
            onFocus(0);
          }}
          onClick={() => {
            show({ open: row.id });
          }}
        >
          <Dot series={seriesOf(row.form)} />
          <span className={classes.words} dir="auto" title={row.name}>
            {row.name}
          </span>
          {Number(revenue) > 0 && (
            <span className={classes.measured} title={t('measured.revenue')}>
              {formats.moneyCompact(revenue ?? '0')}
            </span>
          )}
          {row.state !== 'live' && (
            <span className={classes.state}>
              <Tag tone={stateTones[row.state]}>{t(`states.${row.state}`)}</Tag>
            </span>
          )}
        </button>
      </th>
      {phases.map((phase, index) => {
        const serves = row.phases.includes(phase);
        const words = { name: row.name, phase: t(`phases.${phase}`) };
        const Icon = serves ? IconCheck : IconPlus;
        return (
          <td key={phase} className={classes.cell}>
            <button
              type="button"
              className={`${classes.toggle} ${row.state === 'live' ? '' : classes.notLive}`}
              tabIndex={active === index + 1 ? 0 : -1}
              aria-pressed={serves}
              aria-disabled={!may || undefined}
              aria-label={t(serves ? 'phaseBoard.on' : 'phaseBoard.off', words)}
              onFocus={() => {
                onFocus(index + 1);
              }}
              onClick={() => {
                if (may) toggle(phase);
              }}
            >
              <Icon aria-hidden />
            </button>
          </td>
        );
      })}
    </tr>
  );
}
