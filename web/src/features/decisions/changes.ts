// Changing one part of a record: at once on the screen, to be undone for a while, and asking which value stays
// when somebody else changed the same part.
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Problem } from '~/api/problem';
import { useEdit } from '~/platform/edit';
import {
  changeOffer,
  changePlacement,
  offersKey,
  placementsKey,
  readOffer,
  readPlacement,
} from './api';
import type { Offer, OfferChange, Placement, PlacementChange } from './wire';

interface Kept {
  id: string;
  version: number;
}

// How a kind of record is read and written.
interface Kind<Value extends Kept, Change> {
  list: QueryKey;
  read: (id: string) => Promise<Value>;
  write: (id: string, version: number, change: Change) => Promise<Value>;
}

// A part of a record that a person changes by itself.
export interface Part<Value, Change, Of> {
  label: string;
  of: (value: Value) => Of;
  // The change of `value` that makes the part so.
  put: (part: Of, value: Value) => Change;
  // In words, for the choice between two people's values.
  told: (part: Of) => string;
  // What is said when it is done, where the label alone does not say it.
  says?: string;
}

const never = 0; // No record is of this version: the server refuses it as changed meanwhile.
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function useSave<Value extends Kept, Change extends object>({ list, read, write }: Kind<Value, Change>) {
  const { t } = useTranslation('decisions');
  const cache = useQueryClient();
  const edit = useEdit();
  return <Of>(id: string, part: Part<Value, Change, Of>, to: Of, from: Of): Promise<Problem | null> => {
    if (same(from, to)) return Promise.resolve(null);
    const put = async (value: Of) => {
      const now = await read(id);
      return write(id, now.version, part.put(value, now));
    };
    return edit({
      says: part.says ?? t('changed', { field: part.label }),
      shows: [list],
      lane: id,
      optimistic: () => {
        cache.setQueryData<{ items: Value[] }>(
          list,
          (now) =>
            now && {
              ...now,
              items: now.items.map((one) => (one.id === id ? { ...one, ...part.put(to, one) } : one)),
            },
        );
      },
      // Another part may have changed since; only a change of this one is a conflict.
      send: async () => {
        const now = await read(id);
        return write(id, same(part.of(now), from) ? now.version : never, part.put(to, now));
      },
      undo: () => put(from),
      clash: {
        field: part.label,
        before: part.told(from),
        mine: part.told(to),
        theirs: async () => part.told(part.of(await read(id))),
        keepMine: () => put(to),
      },
    });
  };
}

export type OfferPart<Of> = Part<Offer, OfferChange, Of>;
export type PlacementPart<Of> = Part<Placement, PlacementChange, Of>;

export const useSaveOffer = () =>
  useSave<Offer, OfferChange>({ list: offersKey, read: readOffer, write: changeOffer });
export const useSavePlacement = () =>
  useSave<Placement, PlacementChange>({ list: placementsKey, read: readPlacement, write: changePlacement });
