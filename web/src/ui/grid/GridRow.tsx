// One row of the table. Memoised, with plain elements only: while scrolling, this is all that is drawn.
import { memo, type ReactNode } from 'react';
import type { ShownColumn } from './useColumns';
import classes from './Grid.module.css';

export interface GridRowProps<Row> {
  id: string;
  index: number;
  top: number;
  row: Row | undefined;
  columns: readonly ShownColumn<Row>[];
  gridId: string;
  selected: boolean;
  open: boolean;
  // The active column of this row, or −1.
  active: number;
  // The columns of this row inside the range, empty when from > to.
  rangeFrom: number;
  rangeTo: number;
  editing: ReactNode;
}

function GridRowBase<Row>(props: GridRowProps<Row>) {
  const { id, index, top, row, columns, gridId, selected, open, active, editing } = props;
  const look = `${classes.row} ${selected ? classes.selected : ''} ${open ? classes.open : ''}`;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-row={index}
      className={look}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        className={`${classes.cell} ${classes.tick} ${classes.sticky}`}
      >
        <span className={classes.tickTarget} data-tick>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={row && columns[0] ? columns[0].column.text(row) : id}
            checked={selected}
            readOnly
          />
        </span>
      </div>
      {columns.map(({ column }, at) => (
        <div
          key={column.id}
          role="gridcell"
          // Only the active one is spoken of.
          id={at === active ? `${gridId}-${index}-${at}` : undefined}
          aria-colindex={at + 2}
          data-column={at}
          className={lookOf(props, at)}
        >
          {at === active && editing ? (
            editing
          ) : row === undefined ? (
            <i className={classes.blank} />
          ) : (
            content(column, row)
          )}
        </div>
      ))}
    </div>
  );
}

function content<Row>(column: ShownColumn<Row>['column'], row: Row): ReactNode {
  if (column.cell) return column.cell(row);
  return (
    <span className={classes.words} dir="auto">
      {column.text(row)}
    </span>
  );
}

function lookOf<Row>(
  { columns, active, rangeFrom, rangeTo, editing }: GridRowProps<Row>,
  at: number,
): string {
  const column = columns[at]?.column;
  const looks = [classes.cell];
  if (column?.align) looks.push(classes.end);
  if (column?.primary) looks.push(classes.primary, classes.stickySecond);
  if (at === active) looks.push(editing ? classes.editing : classes.active);
  if (at >= rangeFrom && at <= rangeTo) looks.push(classes.inRange);
  return looks.join(' ');
}

export const GridRow = memo(GridRowBase) as typeof GridRowBase;
