// The grid on a phone: entries of two lines, large enough for a thumb. Name and value above, the rest below.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { Avatar } from '../control/Dot';
import { ErrorState, Skeleton } from '../feedback/State';
import type { GridProps } from './Grid';
import type { Column } from './types';
import classes from './PhoneRows.module.css';

const height = 58;

export function PhoneRows<Row>({ label, columns, source, rowId, onOpen, empty }: GridProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const total = source.total ?? source.rows.length;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasMore, loadMore } = source;
  useEffect(() => {
    if (hasMore && last + 10 >= source.rows.length) loadMore();
  }, [hasMore, loadMore, last, source.rows.length]);
  const blank = source.rows.length === 0;
  return (
    <div ref={box} className={classes.box} tabIndex={0} role="region" aria-label={label}>
      {blank && source.status === 'loading' && <Skeleton lines={12} />}
      {blank && source.status === 'error' && (
        <ErrorState text={source.error} onRetry={source.retry} />
      )}
      {blank && source.status === 'ready' && empty}
      {!blank && (
        <ul className={classes.list} style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = source.rows[index];
            return (
              <li
                key={row === undefined ? index : rowId(row)}
                className={classes.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row !== undefined && (
                  <Entry
                    row={row}
                    columns={columns}
                    onOpen={() => {
                      onOpen(row);
                    }}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface EntryProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  onOpen: () => void;
}

function Entry<Row>({ row, columns, onOpen }: EntryProps<Row>) {
  const placed = (place: Column<Row>['phone']) =>
    columns.filter((column) => column.phone === place);
  const title = placed('title')[0]?.text(row) ?? '';
  return (
    <button type="button" className={classes.entry} onClick={onOpen}>
      <Avatar name={title} />
      <span className={classes.left}>
        <span className={classes.title} dir="auto">
          {title}
        </span>
        <span className={classes.line}>
          {joined(
            placed('line')
              .filter((column) => column.text(row))
              .map((column) => shown(column, row)),
          )}
        </span>
      </span>
      <span className={classes.right}>
        <span className={classes.value}>
          {placed('value')
            .map((column) => column.text(row))
            .join(' ')}
        </span>
        {placed('tag').map((column) => (
          <span key={column.id}>{shown(column, row)}</span>
        ))}
      </span>
    </button>
  );
}

const shown = <Row,>(column: Column<Row>, row: Row): ReactNode =>
  column.cell?.(row) ?? column.text(row);

const joined = (parts: readonly ReactNode[]): ReactNode =>
  parts.map((part, index) => (
    // The parts of a line never change places.
    <span key={index}>
      {index > 0 && ' · '}
      {part}
    </span>
  ));
