// The mapping that a person is working on. It survives a reload of the page, as typing it again is no fun.
import { useState } from 'react';
import type { Mapping } from '../wire';
import { sameMapping } from './simple';

const keyOf = (file: string, origin: string) => `sluis.draft.${file}.${origin}`;

// With the version of the kept mapping that the work began with; 0 when it began with none.
interface Work {
  mapping: Mapping;
  version: number;
}

function remembered(key: string): Work | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Work);
  } catch {
    return null;
  }
}

function remember(key: string, work: Work | null): void {
  try {
    if (work) sessionStorage.setItem(key, JSON.stringify(work));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing still works until the page is left.
  }
}

export interface Draft extends Work {
  changed: boolean;
  set: (mapping: Mapping) => void;
  reset: () => void;
  // What was made of this origin has been kept: it begins there anew.
  forget: (origin: string) => void;
}

export function useDraft(file: string, origin: string, start: Work): Draft {
  const [drafts, setDrafts] = useState<Record<string, Work | null>>({});
  const key = keyOf(file, origin);
  const work = drafts[key] ?? remembered(key) ?? start;
  const put = (at: string, next: Work | null) => {
    remember(at, next);
    setDrafts((before) => ({ ...before, [at]: next }));
  };
  return {
    ...work,
    changed: !sameMapping(work.mapping, start.mapping),
    set: (mapping) => {
      put(key, { ...work, mapping });
    },
    reset: () => {
      put(key, null);
    },
    forget: (from) => {
      put(keyOf(file, from), null);
    },
  };
}
