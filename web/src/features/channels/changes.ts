// Changing channels: one field at a time, at once on the screen, to be undone for a while, and asking
// which value stays when somebody else changed the same field.
import { useTranslation } from 'react-i18next';
import type { Problem } from '~/api/problem';
import { useEdit } from '~/platform/edit';
import { showToast } from '~/ui/feedback/toasts';
import { channelsKey, matrixKey, oneKey, patchChannel, readChannel, useShowAtOnce } from './api';
import type { Change, View } from './wire';

export type Field = keyof Change & keyof View;

export interface FieldEdit<F extends Field> {
  id: string;
  field: F;
  from: View[F];
  to: View[F];
  // What the field holds, in words, for the choice between two people's values.
  words?: (value: View[F]) => string;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const plainWords = (value: unknown) => (value === null || value === undefined ? '' : String(value));

export function useFieldEdit() {
  const { t } = useTranslation('channels');
  const edit = useEdit();
  const showAtOnce = useShowAtOnce();
  return <F extends Field>(change: FieldEdit<F>): Promise<Problem | null> => {
    const { id, field, from, to, words = plainWords } = change;
    if (same(from, to)) return Promise.resolve(null);
    const label = t(`fields.${field}`);
    const put = async (value: View[F]) =>
      patchChannel(id, (await readChannel(id)).version, { [field]: value ?? null });
    return edit({
      says: t('changed', { field: label }),
      shows: [channelsKey, oneKey(id), matrixKey],
      lane: id,
      optimistic: () => {
        showAtOnce(id, { [field]: to });
      },
      // Another field may have changed since; only a change of this one is a conflict.
      send: async () => {
        const now = await readChannel(id);
        return patchChannel(id, same(now[field], from) ? now.version : 0, { [field]: to ?? null });
      },
      undo: () => put(from),
      clash: {
        field: label,
        before: words(from),
        mine: words(to),
        theirs: async () => words((await readChannel(id))[field]),
        keepMine: () => put(to),
      },
    });
  };
}

const holds = (view: View, fields: Change) =>
  Object.entries(fields).every(([field, value]) => same(view[field as Field], value));

// Several fields of several channels, as pasting gives them: one word about it, one undo. A channel in which
// somebody else changed one of them meanwhile is left as it is, and named.
export interface Batch {
  id: string;
  from: Change;
  to: Change;
}

export function useBatchEdit() {
  const { t } = useTranslation('channels');
  const edit = useEdit();
  const showAtOnce = useShowAtOnce();
  return (batches: readonly Batch[], cells: number): Promise<Problem | null> => {
    const put = async (way: 'from' | 'to') => {
      const left: string[] = [];
      for (const batch of batches) {
        const now = await readChannel(batch.id);
        if (holds(now, batch[way])) continue;
        if (holds(now, batch[way === 'to' ? 'from' : 'to'])) {
          await patchChannel(batch.id, now.version, batch[way]);
        } else left.push(now.name);
      }
      if (left.length > 0) showToast(t('leftAlone', { list: left.join(', ') }), { tone: 'bad' });
    };
    return edit({
      says: t('changedMany', { count: cells }),
      shows: [channelsKey, ...batches.map(({ id }) => oneKey(id))],
      optimistic: () => {
        for (const { id, to } of batches) showAtOnce(id, to as Partial<View>);
      },
      send: () => put('to'),
      undo: () => put('from'),
    });
  };
}
