// A short list as a real table; on a phone each row becomes a card of two lines. For lists that do not
// need the grid: no sorting, no editing in place.
import type { ReactNode } from 'react';
import classes from './PlainTable.module.css';

export interface PlainColumn<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand below each other at the end, and so does what they are. */
  align?: 'end';
  /** On a phone: beside the first column at the end, or below it. */
  place?: 'end' | 'below';
  width?: string;
}

export interface PlainTableProps<Row> {
  label: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** What a row says behind it, such as details that were opened. */
  below?: (row: Row) => ReactNode;
}

export function PlainTable<Row>({ label, columns, rows, rowId, below }: PlainTableProps<Row>) {
  return (
    <div className={classes.box}>
      <table className={classes.table} aria-label={label}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, title, align, place }) => (
              <th key={id} scope="col" data-align={align ?? (place === 'end' ? 'end' : undefined)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={rowId(row)}>
            <tr>
              {columns.map(({ id, cell, align, place = 'below' }, index) => (
                <td key={id} className={index === 0 ? classes.first : classes[place]} data-align={align}>
                  {cell(row)}
                </td>
              ))}
            </tr>
            {below?.(row)}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Details under a row, over its whole width. */
export function BelowRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className={classes.detail}>
      <td colSpan={columns}>{children}</td>
    </tr>
  );
}
