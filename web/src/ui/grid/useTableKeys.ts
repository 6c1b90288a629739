// Keys, mouse and clipboard of the table: what each does, told to the grid as a new cursor, an edit, a
// tick or a record to open.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useState,
} from 'react';
import type { Leave } from './CellEditor';
import type { GridProps } from './Grid';
import { copied, usePaste } from './usePaste';
import { type Cursor, at, move, rangeOf } from './cursor';
import type { ShownColumn } from './useColumns';
import type { Column } from './types';
import type { Selection } from './useSelection';

export interface TableKeysOptions<Row> extends Omit<GridProps<Row>, 'columns'> {
  columns: readonly ShownColumn<Row>[];
  selection: Selection;
  box: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  total: number;
  scrollTo: (index: number) => void;
}

export function useTableKeys<Row>(options: TableKeysOptions<Row>) {
  const { columns, source, selection, box, rowHeight, total, scrollTo, onOpen, onEdit } = options;
  const [cursor, setCursor] = useState<Cursor>(at(0, 0));
  const [editing, setEditing] = useState(false);
  const [draft, setDraft] = useState<{ text: string; problem: string } | undefined>();
  const paste = usePaste(options);

  const go = (next: Cursor) => {
    setCursor(next);
    scrollTo(next.row);
    scrollColumnIntoView(box.current, columns, next.column);
  };
  const rowAt = (index: number) => source.rows[index];
  const canEdit = (column: number) => !!onEdit && !!columns[column]?.column.edit;
  const startEdit = () => {
    if (!canEdit(cursor.column) || rowAt(cursor.row) === undefined) return false;
    setDraft(undefined);
    setEditing(true);
    return true;
  };
  const stopEdit = () => {
    setEditing(false);
    box.current?.focus({ preventScroll: true });
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row !== undefined) onOpen(row);
  };
  const send = async (row: Row, { id, edit }: Column<Row>, value: string) => {
    if (!onEdit || edit?.value(row) === value) return;
    const problem = await onEdit([{ row, column: id, value }]);
    if (problem === null) return;
    setCursor(cursor);
    setDraft({ text: value, problem });
    setEditing(true);
  };
  const keep = (row: Row, value: string, leave: Leave) => {
    const column = columns[cursor.column]?.column;
    stopEdit();
    go(afterEdit(cursor, leave, total, columns.length));
    if (leave === 'next' || leave === 'previous') {
      setEditing(canEdit(cursor.column + (leave === 'next' ? 1 : -1)));
    }
    if (column) void send(row, column, value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (editing || event.target !== event.currentTarget || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - 34) / rowHeight) - 1);
    const next = move(
      cursor,
      { key: event.key, shift: event.shiftKey, mod },
      { rows: total, columns: columns.length, page },
    );
    if (next) go(next);
    else if (!act(event, mod)) return;
    event.preventDefault();
  };
  const act = (event: KeyboardEvent, mod: boolean): boolean => {
    switch (event.key) {
      case 'Enter':
        if (mod || columns[cursor.column]?.column.primary || !startEdit()) open(cursor.row);
        return true;
      case 'F2':
        return startEdit();
      case ' ':
        selection.toggle(cursor.row, event.shiftKey);
        return true;
      case 'a':
        if (mod) selection.toggleAll();
        return mod;
      case 'Escape':
        if (selection.ids.size === 0) return false;
        selection.clear();
        return true;
      default:
        return false;
    }
  };
  const onMouseDown = (event: MouseEvent<HTMLDivElement>) => {
    const place = placeOf(event.target);
    if (!place || editing) return;
    setCursor(event.shiftKey ? { ...cursor, ...place } : at(place.row, place.column));
  };
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const place = placeOf(event.target);
    const row = rowIndexOf(event.target);
    if (place && columns[place.column]?.column.primary && !event.shiftKey && !editing)
      open(place.row);
    else if (!place && row !== undefined) selection.toggle(row, event.shiftKey);
  };
  const onDoubleClick = () => {
    if (!editing && !startEdit()) open(cursor.row);
  };
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    if (editing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied(options, rangeOf(cursor)));
  };
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (editing) return;
    event.preventDefault();
    paste(event.clipboardData.getData('text/plain'), cursor);
  };
  const hasRange = cursor.row !== cursor.anchorRow || cursor.column !== cursor.anchorColumn;
  return {
    cursor,
    hasRange,
    editing,
    draft,
    keep,
    cancel: stopEdit,
    handlers: { onKeyDown, onMouseDown, onClick, onDoubleClick, onCopy, onPaste },
  };
}

function afterEdit(cursor: Cursor, leave: Leave, rows: number, columns: number): Cursor {
  switch (leave) {
    case 'down':
      return at(Math.min(rows - 1, cursor.row + 1), cursor.column);
    case 'next':
      return at(cursor.row, Math.min(columns - 1, cursor.column + 1));
    case 'previous':
      return at(cursor.row, Math.max(0, cursor.column - 1));
    case 'stay':
      return at(cursor.row, cursor.column);
  }
}

function placeOf(target: EventTarget): { row: number; column: number } | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const row = rowIndexOf(target);
  if (!cell || row === undefined) return undefined;
  return { row, column: Number(cell.dataset.column) };
}

function rowIndexOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row ? Number(row.dataset.row) : undefined;
}

// The first column stays in sight; the others scroll until they are beside it.
function scrollColumnIntoView<Row>(
  box: HTMLDivElement | null,
  columns: readonly ShownColumn<Row>[],
  index: number,
): void {
  if (!box || columns[index]?.column.primary) return;
  const before = columns.slice(0, index).reduce((sum, { width }) => sum + width, 40);
  const sticky = 40 + (columns[0]?.column.primary ? columns[0].width : 0);
  const right = before + (columns[index]?.width ?? 0);
  if (before - sticky < box.scrollLeft) box.scrollLeft = before - sticky;
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
}
