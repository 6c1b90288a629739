// Copies a range of cells and takes in what a spreadsheet gives: each cell is read as if it were typed
// there, what cannot be read is named and nothing else is held up by it.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { showToast } from '../feedback/toasts';
import { useLocale } from '../text/locale';
import { fromSheet, toSheet } from './clipboard';
import type { Cursor, Range } from './cursor';
import type { Column, EditRequest, GridSource, SaveEdits } from './types';
import { readCell } from './read';
import type { ShownColumn } from './useColumns';

interface Sheet<Row> {
  columns: readonly ShownColumn<Row>[];
  source: GridSource<Row>;
  onEdit?: SaveEdits<Row>;
}

export function copied<Row>({ columns, source }: Sheet<Row>, range: Range): string {
  const rows = source.rows.slice(range.fromRow, range.toRow + 1);
  const picked = columns.slice(range.fromColumn, range.toColumn + 1);
  return toSheet(rows.map((row) => picked.map(({ column }) => column.text(row))));
}

export function usePaste<Row>(sheet: Sheet<Row>): (text: string, cursor: Cursor) => void {
  const { t } = useTranslation('ui');
  const { language } = useLocale();
  return (text, cursor) => {
    const edits: EditRequest<Row>[] = [];
    const problems: string[] = [];
    for (const { row, line, column, typed } of targets(sheet, fromSheet(text), cursor)) {
      const read = column.edit
        ? readCell(column.edit, typed, language, t)
        : { problem: t('grid.notEditable') };
      if ('value' in read) edits.push({ row, column: column.id, value: read.value });
      else
        problems.push(
          t('grid.pasteProblem', { line, column: column.title, typed, problem: read.problem }),
        );
    }
    if (edits.length > 0) void sheet.onEdit?.(edits);
    if (problems.length > 0) showToast(summed(problems, t), { tone: 'bad' });
  };
}

const namedProblems = 3;

function summed(problems: readonly string[], t: TFunction<'ui'>): string {
  const more = problems.length - namedProblems;
  const rest = more > 0 ? [t('grid.moreProblems', { count: more })] : [];
  return [...problems.slice(0, namedProblems), ...rest].join(' ');
}

interface Target<Row> {
  row: Row;
  line: number;
  column: Column<Row>;
  typed: string;
}

function targets<Row>(
  { columns, source }: Sheet<Row>,
  pasted: string[][],
  cursor: Cursor,
): Target<Row>[] {
  return spread(pasted, cursor).flatMap(({ row, column, typed }) => {
    const found = source.rows[row];
    const target = columns[column]?.column;
    return found && target ? [{ row: found, line: row + 1, column: target, typed }] : [];
  });
}

interface Placed {
  row: number;
  column: number;
  typed: string;
}

// One copied cell fills the whole range; more cells start at its first corner.
function spread(pasted: string[][], cursor: Cursor): Placed[] {
  const top = Math.min(cursor.row, cursor.anchorRow);
  const left = Math.min(cursor.column, cursor.anchorColumn);
  const single = pasted.length === 1 && pasted[0]?.length === 1;
  const height = single ? Math.abs(cursor.row - cursor.anchorRow) + 1 : pasted.length;
  const placed: Placed[] = [];
  for (let row = 0; row < height; row++) {
    const cells = single ? pasted[0] : pasted[row];
    const width = single ? Math.abs(cursor.column - cursor.anchorColumn) + 1 : (cells?.length ?? 0);
    for (let column = 0; column < width; column++) {
      placed.push({
        row: top + row,
        column: left + column,
        typed: (single ? cells?.[0] : cells?.[column]) ?? '',
      });
    }
  }
  return placed;
}
