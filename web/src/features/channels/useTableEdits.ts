// What was typed or pasted in the table, as changes of channels.
import type { EditRequest, SaveEdits } from '~/ui/grid/types';
import { messageOf, type Problem } from '~/api/problem';
import { type Batch, useBatchEdit, useFieldEdit } from './changes';
import type { Change, Form, Listed } from './wire';

export function useTableEdits(): SaveEdits<Listed> {
  const editField = useFieldEdit();
  const editBatch = useBatchEdit();
  return async (edits) => {
    const [first] = edits;
    if (!first) return null;
    if (edits.length > 1) return messageOf(await editBatch(batches(edits), edits.length)) ?? null;
    const { id } = first.row;
    const { row, column, value } = first;
    return messageOf(await editCell(editField, id, row, column, value)) ?? null;
  };
}

function editCell(
  edit: ReturnType<typeof useFieldEdit>,
  id: string,
  row: Listed,
  column: string,
  value: string,
): Promise<Problem | null> {
  switch (column) {
    case 'name':
      return edit({ id, field: 'name', from: row.name, to: value });
    case 'goal':
      return edit({ id, field: 'goal', from: row.goal, to: value });
    case 'form':
      return edit({ id, field: 'form', from: row.form, to: value as Form });
    case 'owner':
      return edit({ id, field: 'owner', from: row.owner ?? null, to: value || null });
    case 'reach':
      return edit({ id, field: 'reach', from: row.reach ?? null, to: reachOf(value) });
    default:
      return Promise.resolve(null);
  }
}

const reachOf = (value: string): number | null => (value === '' ? null : Number(value));

function changeOf(column: string, value: string): Change {
  if (column === 'owner') return { owner: value || null };
  if (column === 'reach') return { reach: reachOf(value) };
  return { [column]: value };
}

function batches(edits: readonly EditRequest<Listed>[]): Batch[] {
  const byRow = new Map<string, Batch>();
  for (const { row, column, value } of edits) {
    const batch = byRow.get(row.id) ?? { id: row.id, from: {}, to: {} };
    Object.assign(batch.to, changeOf(column, value));
    Object.assign(batch.from, { [column]: row[column as keyof Listed] ?? null });
    byRow.set(row.id, batch);
  }
  return [...byRow.values()];
}
