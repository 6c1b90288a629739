// A table of many rows by mouse and keyboard: arrows, PageUp and PageDown, Home, End, Shift for a range;
// Enter edits or opens, F2 edits, Space ticks, Ctrl-C and Ctrl-V speak with spreadsheets, Esc steps back.
// On a phone the same rows are two-line entries.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../layout/usePhone';
import { GridFooter } from './GridFooter';
import { PhoneRows } from './PhoneRows';
import { SelectionBar, type SelectionAction } from './SelectionBar';
import { Table } from './Table';
import type { Column, GridSource, GridView, SaveEdits } from './types';
import { useSelection } from './useSelection';
import classes from './Grid.module.css';

export interface GridProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  source: GridSource<Row>;
  rowId: (row: Row) => string;
  view: GridView;
  onView: (view: GridView) => void;
  // The record that is open beside the grid.
  openId?: string | undefined;
  onOpen: (row: Row) => void;
  onEdit?: SaveEdits<Row>;
  selectionActions?: (ids: readonly string[]) => readonly SelectionAction[];
  // How many there are, in words: "46,567 customers".
  count: string;
  summary?: ReactNode;
  // Shown instead of rows when there are none.
  empty: ReactNode;
}

export function Grid<Row>(props: GridProps<Row>) {
  const { source, rowId, onEdit, selectionActions, count, summary } = props;
  const { t } = useTranslation('ui');
  const phone = usePhone();
  const idAt = (index: number) => {
    const row = source.rows[index];
    return row === undefined ? undefined : rowId(row);
  };
  const selection = useSelection(idAt, source.rows.length);
  return (
    <div className={classes.frame}>
      {phone ? <PhoneRows {...props} /> : <Table {...props} selection={selection} />}
      {selectionActions && selection.ids.size > 0 && (
        <SelectionBar
          count={selection.ids.size}
          actions={selectionActions([...selection.ids])}
          onClear={selection.clear}
        />
      )}
      <GridFooter
        count={count}
        waiting={source.waiting}
        selected={selection.ids.size}
        summary={summary}
        keys={t(onEdit ? 'grid.keysEditable' : 'grid.keys')}
      />
    </div>
  );
}
