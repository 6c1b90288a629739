// A record of which there is one, such as the settings of the company: each of its fields is saved by itself, on
// top of what the others are by then.
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { Versioned } from '~/api';
import { useEdit } from './edit';

export interface OneRecord<Value> {
  lane: string;
  shown: QueryKey; // the query with the record itself
  also?: readonly QueryKey[]; // what else shows it
  read: () => Promise<Versioned<Value>>;
  write: (version: number, value: Value) => Promise<Versioned<Value>>;
}

export interface FieldEdit<Value, Field extends keyof Value> {
  field: Field;
  before: Value[Field]; // stood there when the person began
  value: Value[Field];
  label: string;
  says: string;
  told: (value: Value[Field]) => string;
}

const never = 0; // No record is of this version: the server refuses it as changed meanwhile.

export function useSaveField<Value extends object>({ lane, shown, also = [], read, write }: OneRecord<Value>) {
  const cache = useQueryClient();
  const edit = useEdit();
  return <Field extends keyof Value>({ field, before, value, label, says, told }: FieldEdit<Value, Field>) => {
    const put = async (next: Value[Field]) => {
      const now = await read();
      return write(now.version, { ...now.value, [field]: next });
    };
    return edit({
      says,
      shows: [shown, ...also],
      lane,
      optimistic: () => {
        cache.setQueryData<Value>(shown, (now) => now && { ...now, [field]: value });
      },
      // The version is that of the value it is compared with: the screen may be behind both.
      send: async () => {
        const now = await read();
        return write(now.value[field] === before ? now.version : never, { ...now.value, [field]: value });
      },
      undo: () => put(before),
      clash: {
        field: label,
        before: told(before),
        mine: told(value),
        theirs: async () => told((await read()).value[field]),
        keepMine: () => put(value),
      },
    });
  };
}
