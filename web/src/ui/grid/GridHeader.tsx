// The column heads: click or Enter sorts; the right edge drags wider; a head drags to another place.
// By keyboard: Alt+arrows change the width, Alt+Shift+arrows the place.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownColumn } from './useColumns';
import { ResizeHandle } from './ResizeHandle';
import type { Sort } from './types';
import classes from './Grid.module.css';

export interface GridHeaderProps<Row> {
  columns: readonly ShownColumn<Row>[];
  sort: Sort | null;
  allSelected: boolean | 'some';
  onSelectAll: () => void;
  onSort: (column: string) => void;
  onResize: (column: string, width: number) => void;
  onMove: (column: string, before: string) => void;
}

export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { columns, allSelected, onSelectAll } = props;
  const { t } = useTranslation('ui');
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} style={{ display: 'contents' }}>
        <div
          role="columnheader"
          aria-colindex={1}
          className={`${classes.head} ${classes.tick} ${classes.sticky}`}
        >
          <label className={classes.tickTarget}>
            <input
              type="checkbox"
              aria-label={t('grid.selectAll')}
              checked={allSelected === true}
              ref={(box) => {
                if (box) box.indeterminate = allSelected === 'some';
              }}
              onChange={onSelectAll}
            />
          </label>
        </div>
        {columns.map((shown, index) => (
          <ColumnHead key={shown.column.id} shown={shown} index={index} {...props} />
        ))}
      </div>
    </div>
  );
}

interface ColumnHeadProps<Row> extends GridHeaderProps<Row> {
  shown: ShownColumn<Row>;
  index: number;
}

function ColumnHead<Row>(props: ColumnHeadProps<Row>) {
  const { shown, index, columns, sort, onSort, onResize, onMove } = props;
  const { column, width } = shown;
  const [drop, setDrop] = useState(false);
  const sorted = sort?.column === column.id ? sort : null;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const neighbour = columns[index + (step > 0 ? 2 : -1)]?.column.id ?? '';
    if (event.shiftKey) onMove(column.id, neighbour);
    else onResize(column.id, width + step * 16);
  };
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
      className={`${classes.head} ${column.align ? classes.end : ''} ${column.primary ? classes.stickySecond : ''}`}
      data-drop={drop}
      draggable={!column.primary}
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/x-column', column.id);
      }}
      onDragOver={(event) => {
        if (column.primary || !event.dataTransfer.types.includes('text/x-column')) return;
        event.preventDefault();
        setDrop(true);
      }}
      onDragLeave={() => {
        setDrop(false);
      }}
      onDrop={(event) => {
        setDrop(false);
        onMove(event.dataTransfer.getData('text/x-column'), column.id);
      }}
    >
      <HeadWords
        title={column.title}
        sorted={sorted}
        onSort={
          column.sortable
            ? () => {
                onSort(column.id);
              }
            : undefined
        }
      />
      <ResizeHandle
        width={width}
        onResize={(next) => {
          onResize(column.id, next);
        }}
      />
    </div>
  );
}

interface HeadWordsProps {
  title: string;
  sorted: Sort | null;
  onSort: (() => void) | undefined;
}

function HeadWords({ title, sorted, onSort }: HeadWordsProps) {
  if (!onSort) return <span className={classes.words}>{title}</span>;
  const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={`${classes.sort} ${sorted ? classes.sorted : ''}`}
      onClick={onSort}
    >
      <span className={classes.words}>{title}</span>
      {sorted && <Arrow aria-hidden />}
    </button>
  );
}
