// Where the keyboard is in the grid, and where a key takes it. Pure. Shift stretches a range from the anchor.
export interface Cursor {
  row: number;
  column: number;
  anchorRow: number;
  anchorColumn: number;
}

export interface Bounds {
  rows: number;
  columns: number;
  // Rows in sight, for PageUp and PageDown.
  page: number;
}

export interface KeyPress {
  key: string;
  shift: boolean;
  // Ctrl or Cmd.
  mod: boolean;
}

export interface Range {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

export const at = (row: number, column: number): Cursor => ({
  row,
  column,
  anchorRow: row,
  anchorColumn: column,
});

export function move(cursor: Cursor, press: KeyPress, bounds: Bounds): Cursor | undefined {
  const target = destination(cursor, press, bounds);
  if (!target || bounds.rows === 0) return undefined;
  const row = clamp(target[0], bounds.rows);
  const column = clamp(target[1], bounds.columns);
  if (!press.shift) return at(row, column);
  return { row, column, anchorRow: cursor.anchorRow, anchorColumn: cursor.anchorColumn };
}

export function rangeOf(cursor: Cursor): Range {
  return {
    fromRow: Math.min(cursor.row, cursor.anchorRow),
    toRow: Math.max(cursor.row, cursor.anchorRow),
    fromColumn: Math.min(cursor.column, cursor.anchorColumn),
    toColumn: Math.max(cursor.column, cursor.anchorColumn),
  };
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));

function destination(
  { row, column }: Cursor,
  { key, mod }: KeyPress,
  bounds: Bounds,
): [number, number] | undefined {
  switch (key) {
    case 'ArrowDown':
      return [mod ? bounds.rows : row + 1, column];
    case 'ArrowUp':
      return [mod ? 0 : row - 1, column];
    case 'ArrowRight':
      return [row, mod ? bounds.columns : column + 1];
    case 'ArrowLeft':
      return [row, mod ? 0 : column - 1];
    case 'PageDown':
      return [row + bounds.page, column];
    case 'PageUp':
      return [row - bounds.page, column];
    case 'Home':
      return [mod ? 0 : row, 0];
    case 'End':
      return [mod ? bounds.rows : row, bounds.columns];
    default:
      return undefined;
  }
}
