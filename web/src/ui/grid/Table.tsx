// The desktop form of the grid. The focus stays on the scrolling box and the active cell is told by
// aria-activedescendant, so that a cell that scrolls out of the window never takes the focus with it.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef } from 'react';
import { ErrorState, Skeleton } from '../feedback/State';
import { CellEditor } from './CellEditor';
import { GridHeader } from './GridHeader';
import { GridRow } from './GridRow';
import type { GridProps } from './Grid';
import { rangeOf } from './cursor';
import { rowHeights } from './types';
import { clampWidth, useColumns } from './useColumns';
import type { Selection } from './useSelection';
import { useTableKeys } from './useTableKeys';
import { nextSort } from './view';
import classes from './Grid.module.css';

export interface TableProps<Row> extends GridProps<Row> {
  selection: Selection;
}

const loadAhead = 30;
const tickWidth = 40;
// Rows that leave the window give their elements to those that enter it: far cheaper than new ones.
const slots = 128;

export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, source, rowId, view, onView, openId, selection, empty } = props;
  const box = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const shownColumns = useColumns(columns, view);
  const rowHeight = rowHeights[view.density];
  const total = source.total ?? source.rows.length;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: 34,
    overscan: 8,
  });
  useEffect(() => {
    rows.measure();
  }, [rows, rowHeight]);
  const items = rows.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const { hasMore, loadMore } = source;
  useEffect(() => {
    if (hasMore && lastShown + loadAhead >= source.rows.length) loadMore();
  }, [hasMore, loadMore, lastShown, source.rows.length]);

  const keys = useTableKeys({
    ...props,
    columns: shownColumns,
    box,
    rowHeight,
    total,
    scrollTo: (index) => {
      rows.scrollToIndex(index);
    },
  });
  const range = rangeOf(keys.cursor);
  const moveColumn = (column: string, before: string) => {
    const ids = columns.map(({ id }) => id);
    const known = [
      ...view.order.filter((id) => ids.includes(id)),
      ...ids.filter((id) => !view.order.includes(id)),
    ];
    const others = known.filter((id) => id !== column);
    const place = others.indexOf(before);
    onView({ ...view, order: others.toSpliced(place < 0 ? others.length : place, 0, column) });
  };
  const blank = source.rows.length === 0;
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={shownColumns.length + 1}
      aria-multiselectable
      aria-busy={source.status === 'loading'}
      aria-activedescendant={
        items.some(({ index }) => index === keys.cursor.row)
          ? `${gridId}-${keys.cursor.row}-${keys.cursor.column}`
          : undefined
      }
      className={classes.grid}
      style={sizesOf(shownColumns, rowHeight)}
      {...keys.handlers}
    >
      <GridHeader
        columns={shownColumns}
        sort={view.sort}
        allSelected={selection.all}
        onSelectAll={selection.toggleAll}
        onSort={(column) => {
          onView({ ...view, sort: nextSort(view.sort, column) });
        }}
        onResize={(column, width) => {
          onView({ ...view, widths: { ...view.widths, [column]: clampWidth(width) } });
        }}
        onMove={moveColumn}
      />
      {blank && source.status === 'loading' && <Skeleton lines={12} />}
      {blank && source.status === 'error' && (
        <ErrorState text={source.error} onRetry={source.retry} />
      )}
      {blank && source.status === 'ready' && empty}
      <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = source.rows[index];
          const id = row === undefined ? `blank-${index}` : rowId(row);
          const isActive = index === keys.cursor.row;
          const inRange = index >= range.fromRow && index <= range.toRow && keys.hasRange;
          return (
            <GridRow
              key={index % slots}
              id={id}
              index={index}
              top={start}
              row={row}
              columns={shownColumns}
              gridId={gridId}
              selected={selection.ids.has(id)}
              open={id === openId}
              active={isActive ? keys.cursor.column : -1}
              rangeFrom={inRange ? range.fromColumn : 1}
              rangeTo={inRange ? range.toColumn : 0}
              editing={
                isActive && row !== undefined && keys.editing ? (
                  <Editor row={row} keys={keys} columns={shownColumns} />
                ) : null
              }
            />
          );
        })}
      </div>
    </div>
  );
}

function sizesOf(columns: readonly { width: number }[], rowHeight: number) {
  return {
    '--columns': columns.map(({ width }) => `${width}px`).join(' '),
    '--total': `${columns.reduce((sum, { width }) => sum + width, tickWidth)}px`,
    '--row': `${rowHeight}px`,
  } as React.CSSProperties;
}

interface EditorProps<Row> {
  row: Row;
  keys: ReturnType<typeof useTableKeys<Row>>;
  columns: ReturnType<typeof useColumns<Row>>;
}

function Editor<Row>({ row, keys, columns }: EditorProps<Row>) {
  const column = columns[keys.cursor.column]?.column;
  if (!column?.edit) return null;
  return (
    <CellEditor
      row={row}
      title={column.title}
      edit={column.edit}
      draft={keys.draft}
      onKeep={keys.keep}
      onCancel={keys.cancel}
    />
  );
}
