// Which rows are ticked, by id; a range from the last tick with Shift.
import { useRef, useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (index: number, stretch: boolean) => void;
  all: boolean | 'some';
  toggleAll: () => void;
  clear: () => void;
}

export function useSelection(
  idAt: (index: number) => string | undefined,
  loaded: number,
): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef(0);
  const idsBetween = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, step) => idAt(from + step)).filter(
      (id) => id !== undefined,
    );

  const toggle = (index: number, stretch: boolean) => {
    const from = stretch ? Math.min(last.current, index) : index;
    const to = stretch ? Math.max(last.current, index) : index;
    const id = idAt(index);
    if (id === undefined) return;
    const next = new Set(ids);
    const ticking = !next.has(id);
    for (const one of idsBetween(from, to)) {
      if (ticking) next.add(one);
      else next.delete(one);
    }
    last.current = index;
    setIds(next);
  };
  const clear = () => {
    setIds(new Set());
  };
  const toggleAll = () => {
    if (ids.size >= loaded) clear();
    else setIds(new Set(idsBetween(0, loaded - 1)));
  };
  const all = ids.size === 0 ? false : ids.size >= loaded ? true : 'some';
  return { ids, toggle, all, toggleAll, clear };
}
