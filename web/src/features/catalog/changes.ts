// Changing products: at once on the screen, to be undone for a while, and asking which value stays when
// somebody else changed the same field.
import { useTranslation } from 'react-i18next';
import { messageOf, type Problem } from '~/api/problem';
import { useEdit } from '~/platform/edit';
import { showToast } from '~/ui/feedback/toasts';
import type { EditRequest, SaveEdits } from '~/ui/grid/types';
import { patchProduct, productKey, productsKey, readProduct, useShowAtOnce } from './api';
import type { Listed, Product, ProductChange, State, VatClass } from './wire';

export const productFields = ['name', 'category', 'state', 'vat', 'description', 'options'] as const;
export type Field = (typeof productFields)[number];

export interface FieldEdit<F extends Field> {
  id: string;
  field: F;
  from: Product[F];
  to: Product[F];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

// What a field holds, in words, for the choice between two people's values.
function useFieldWords() {
  const { t } = useTranslation('catalog');
  return <F extends Field>(field: F, value: Product[F]): string => {
    if (field === 'state') return t(`states.${value as State}`);
    if (field === 'vat') return t(`vatClasses.${value as VatClass}`);
    return String(value);
  };
}

export function useFieldEdit() {
  const { t } = useTranslation('catalog');
  const edit = useEdit();
  const showAtOnce = useShowAtOnce();
  const words = useFieldWords();
  return <F extends Field>({ id, field, from, to }: FieldEdit<F>): Promise<Problem | null> => {
    if (same(from, to)) return Promise.resolve(null);
    const put = async (value: Product[F]) =>
      patchProduct(id, (await readProduct(id)).version, { [field]: value });
    return edit({
      says: t('changed', { field: t(`fields.${field}`) }),
      shows: [productsKey, productKey(id)],
      lane: id,
      optimistic: () => {
        showAtOnce(id, { [field]: to });
      },
      // Another field may have changed since; only a change of this one is a conflict.
      send: async () => {
        const now = await readProduct(id);
        return patchProduct(id, same(now[field], from) ? now.version : 0, { [field]: to });
      },
      undo: () => put(from),
      clash: {
        field: t(`fields.${field}`),
        before: words(field, from),
        mine: words(field, to),
        theirs: async () => words(field, (await readProduct(id))[field]),
        keepMine: () => put(to),
      },
    });
  };
}

type Edits = readonly EditRequest<Listed>[];

interface Batch {
  id: string;
  from: ProductChange;
  to: ProductChange;
}

// What was pasted, by product.
function batchesOf(edits: Edits): Batch[] {
  const byProduct = new Map<string, Batch>();
  for (const { row, column, value } of edits) {
    const batch = byProduct.get(row.id) ?? { id: row.id, from: {}, to: {} };
    Object.assign(batch.from, { [column]: row[column as keyof Listed] });
    Object.assign(batch.to, { [column]: value });
    byProduct.set(row.id, batch);
  }
  return [...byProduct.values()];
}

const holds = (product: Product, fields: ProductChange) =>
  Object.entries(fields).every(([field, value]) => same(product[field as Field], value));

// Several cells at once: one word about it, one undo. A product in which somebody else changed one of the
// fields meanwhile is left as it is, and named.
function useBatchEdit() {
  const { t } = useTranslation('catalog');
  const edit = useEdit();
  const showAtOnce = useShowAtOnce();
  return (edits: Edits): Promise<Problem | null> => {
    const batches = batchesOf(edits);
    const put = async (from: 'from' | 'to', to: 'from' | 'to') => {
      const left: string[] = [];
      for (const batch of batches) {
        const now = await readProduct(batch.id);
        if (holds(now, batch[from])) await patchProduct(batch.id, now.version, batch[to]);
        else if (!holds(now, batch[to])) left.push(now.name);
      }
      if (left.length > 0) showToast(t('leftAlone', { list: left.join(', ') }), { tone: 'bad' });
    };
    return edit({
      says: t('changedMany', { count: edits.length }),
      shows: [productsKey, ...batches.map(({ id }) => productKey(id))],
      optimistic: () => {
        for (const { id, to } of batches) showAtOnce(id, to);
      },
      send: () => put('from', 'to'),
      undo: () => put('to', 'from'),
    });
  };
}

export function useTableEdits(): SaveEdits<Listed> {
  const editField = useFieldEdit();
  const editBatch = useBatchEdit();
  return async (edits) => {
    const [first] = edits;
    if (!first) return null;
    if (edits.length > 1) return messageOf(await editBatch(edits)) ?? null;
    const field = first.column as Exclude<Field, 'options'>;
    const { id } = first.row;
    return messageOf(await editField({ id, field, from: first.row[field], to: first.value })) ?? null;
  };
}
