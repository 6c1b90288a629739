// The one registry of everything a person can do: the palette, the keys and the list of keys read
// it, and a toolbar button runs what stands here.
import { useEffect, useEffectEvent, useSyncExternalStore, type ComponentType } from 'react';
import type { Role } from './session';

export interface Action {
  id: string; // 'channels.create'
  label: () => string;
  group: 'go' | 'do';
  icon?: ComponentType<{ size?: number | string; stroke?: number | string }>;
  // 'g c' one after the other, 'mod+z' together, or one key: 'c'.
  keys?: string;
  // A second way, which the lists do not show.
  alsoKeys?: string;
  // More words by which the palette finds it.
  words?: () => string;
  roles?: readonly Role[]; // all, unless it says so
  run: () => void;
}

let actions: readonly Action[] = [];
const watchers = new Set<() => void>();

function replace(next: readonly Action[]): void {
  actions = next;
  watchers.forEach((changed) => {
    changed();
  });
}

// Makes actions known; what it returns takes them away again.
export function register(more: readonly Action[]): () => void {
  const ids = new Set(more.map((action) => action.id));
  replace([...actions.filter((action) => !ids.has(action.id)), ...more]);
  return () => {
    replace(actions.filter((action) => !more.includes(action)));
  };
}

export function runAction(id: string): void {
  actions.find((action) => action.id === id)?.run();
}

export const allActions = (): readonly Action[] => actions;

export function useAllActions(): readonly Action[] {
  return useSyncExternalStore((changed) => {
    watchers.add(changed);
    return () => watchers.delete(changed);
  }, allActions);
}

// The actions of a screen, known while it is shown. They run as the screen is at that moment.
export function useActions(screen: readonly Action[]): void {
  const run = useEffectEvent((id: string) => screen.find((action) => action.id === id)?.run());
  const ids = screen.map((action) => action.id).join(' ');
  const stable = useEffectEvent(() =>
    screen.map((action) => ({
      ...action,
      run: () => {
        run(action.id);
      },
    })),
  );
  useEffect(() => register(stable()), [ids]);
}
