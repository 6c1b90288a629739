// The mapping that a person is working on. It survives a reload of the page, as typing it again is no fun.
import { useState } from 'react';
import type { Mapping } from '../wire';
import { sameMapping } from './simple';

const keyOf = (file: string, origin: string) => `sluis.import.${file}.${origin}`;

function remembered(key: string): Mapping | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Mapping);
  } catch {
    return null;
  }
}

function remember(key: string, mapping: Mapping): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(mapping));
  } catch {
    // A browser that keeps nothing still works until the page is left.
  }
}

export interface Draft {
  mapping: Mapping;
  changed: boolean;
  set: (mapping: Mapping) => void;
  reset: () => void;
}

export function useDraft(file: string, origin: string, start: Mapping): Draft {
  const key = keyOf(file, origin);
  const [drafts, setDrafts] = useState<Record<string, Mapping>>({});
  const mapping = drafts[key] ?? remembered(key) ?? start;
  const set = (next: Mapping) => {
    remember(key, next);
    setDrafts({ ...drafts, [key]: next });
  };
  return {
    mapping,
    changed: !sameMapping(mapping, start),
    set,
    reset: () => {
      set(start);
    },
  };
}
