// How every channel joins with every other: rows give, columns receive. Arrows, Home and End move, Enter
// opens; names stay in sight at the top and at the side.
import { IconSitemap } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { useStore } from '~/platform/store';
import { Dot } from '~/ui/control/Dot';
import { EmptyState } from '~/ui/feedback/State';
import { at, move } from '~/ui/grid/cursor';
import { FreshButton } from '~/ui/grid/FreshButton';
import { useSteadyRows } from '~/ui/grid/steady';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { ownChanges, useMatrix } from '../api';
import type { Corner, Joint, Matrix as MatrixData } from '../wire';
import { linkStates, seriesOf } from '../words';
import { LinkDialog } from './LinkDialog';
import { linkMarks } from './marks';
import classes from './Matrix.module.css';

export function Matrix() {
  const query = useMatrix();
  return (
    <Loaded query={query} lines={12}>
      {(matrix) => <Filled matrix={matrix} reading={query.isFetching} />}
    </Loaded>
  );
}

interface FilledProps {
  matrix: MatrixData;
  reading: boolean;
}

function Filled({ matrix, reading }: FilledProps) {
  const { t } = useTranslation('channels');
  if (matrix.channels.length < 2) {
    return (
      <EmptyState icon={<IconSitemap />} title={t('links.needTwo')} text={t('links.needTwoText')} />
    );
  }
  return <SteadyMatrix matrix={matrix} reading={reading} />;
}

const idOf = ({ id }: Corner) => id;

// Channels that others add or take away wait, as in the worksheet.
function SteadyMatrix({ matrix, reading }: FilledProps) {
  const { t } = useTranslation('channels');
  const { compare } = useFormats();
  const byName = useMemo(
    () => matrix.channels.toSorted((a, b) => compare(a.name, b.name)),
    [matrix.channels, compare],
  );
  const epoch = String(useStore(ownChanges));
  const { rows, ...waiting } = useSteadyRows({ epoch, reading, rows: byName, pages: 1 }, idOf);
  return (
    <>
      <MatrixTable channels={rows} joints={matrix.links} />
      <div className={classes.foot}>
        <div className={classes.legend} role="note" aria-label={t('links.legend')}>
          {linkStates.map((state) => (
            <span key={state}>
              <span className={classes[state]}>{linkMarks[state]}</span> {t(`linkStates.${state}`)}
            </span>
          ))}
        </div>
        <FreshButton {...waiting} />
      </div>
    </>
  );
}

const rowsPerPage = 10;
const rowHeight = { desk: 37, phone: 45 };

interface MatrixTableProps {
  channels: readonly Corner[];
  joints: readonly Joint[];
}

interface Place {
  row: number;
  column: number;
}

// Only the rows in sight are drawn: three hundred channels make ninety thousand cells.
function MatrixTable({ channels, joints }: MatrixTableProps) {
  const { t } = useTranslation('channels');
  const phone = usePhone();
  const box = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(at(0, 0));
  const [open, setOpen] = useState<Place | null>(null);
  const links = useMemo(() => byChannel(joints), [joints]);
  const rows = useVirtualizer({
    count: channels.length,
    getScrollElement: () => box.current,
    estimateSize: () => (phone ? rowHeight.phone : rowHeight.desk),
    scrollPaddingStart: 120,
    overscan: 10,
  });
  const openCell = useCallback((row: number, column: number) => {
    setCursor(at(row, column));
    setOpen({ row, column });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const bounds = { rows: channels.length, columns: channels.length, page: rowsPerPage };
    const press = { key: event.key, shift: false, mod: event.ctrlKey || event.metaKey };
    const next = move(cursor, press, bounds);
    if (!next) return;
    event.preventDefault();
    flushSync(() => {
      setCursor(next);
      rows.scrollToIndex(next.row);
    });
    requestAnimationFrame(() => {
      focusCell(box.current, next);
    });
  };
  const items = rows.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  const from = open && channels[open.row];
  const to = open && channels[open.column];
  return (
    <div ref={box} className={classes.box} tabIndex={-1}>
      <table
        className={classes.table}
        aria-label={t('links.matrixLabel')}
        aria-rowcount={channels.length + 1}
        onKeyDown={onKeyDown}
      >
        <MatrixHead channels={channels} />
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {items.map(({ index }) => {
            const channel = channels[index];
            return (
              channel && (
                <MatrixRow
                  key={channel.id}
                  channel={channel}
                  row={index}
                  channels={channels}
                  links={links.get(channel.id)}
                  active={index === cursor.row ? cursor.column : -1}
                  onOpen={openCell}
                />
              )
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
      {from && to && (
        <LinkDialog
          from={from}
          to={to}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

function byChannel(links: readonly Joint[]): Map<string, Map<string, Joint>> {
  const rows = new Map<string, Map<string, Joint>>();
  for (const link of links) {
    const row = rows.get(link.from) ?? new Map<string, Joint>();
    rows.set(link.from, row.set(link.to, link));
  }
  return rows;
}

function focusCell(box: HTMLElement | null, { row, column }: Place): void {
  const cells = box?.querySelectorAll<HTMLElement>(`tr[data-row="${row}"] button`);
  const cell = cells?.[column];
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const MatrixHead = memo(function MatrixHead({ channels }: { channels: readonly Corner[] }) {
  const { t } = useTranslation('channels');
  return (
    <thead className={classes.top}>
      <tr aria-rowindex={1}>
        <th scope="col">{t('links.from')}</th>
        {channels.map(({ id, name }) => (
          <th key={id} scope="col">
            <span className={classes.columnName} title={name}>
              {name}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
});

interface MatrixRowProps {
  channel: Corner;
  row: number;
  channels: readonly Corner[];
  links: ReadonlyMap<string, Joint> | undefined;
  active: number;
  onOpen: (row: number, column: number) => void;
}

const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { channel, row, channels, links, active, onOpen } = props;
  const { t } = useTranslation('channels');
  return (
    <tr data-row={row} aria-rowindex={row + 2}>
      <th scope="row" className={classes.rowName}>
        <span>
          <Dot series={seriesOf(channel.form)} />
          <span className={classes.words} dir="auto" title={channel.name}>
            {channel.name}
          </span>
        </span>
      </th>
      {channels.map((other, column) => {
        const link = links?.get(other.id);
        const state = link?.state ?? 'none';
        const words = { from: channel.name, to: other.name, state: t(`linkStates.${state}`) };
        const shares = link?.shares.map((what) => t(`shared.${what}`)).join(', ') ?? '';
        const label = shares ? t('links.cellShares', { ...words, shares }) : t('links.cell', words);
        const self = other.id === channel.id;
        return (
          <td key={other.id} className={`${classes.cell} ${self ? classes.self : ''}`}>
            <button
              type="button"
              className={classes[state]}
              tabIndex={column === active ? 0 : -1}
              aria-label={self ? channel.name : label}
              aria-disabled={self || undefined}
              title={self ? undefined : label}
              onClick={() => {
                if (!self) onOpen(row, column);
              }}
            >
              {link && linkMarks[state]}
            </button>
          </td>
        );
      })}
    </tr>
  );
});
