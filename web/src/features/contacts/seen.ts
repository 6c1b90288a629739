// Up to which message of each contact this agent has looked; it outlives a reload of the page.
import { createStore } from '~/platform/store';
import type { Listed } from './wire';

const storageKey = 'sluis.desk.seen';

function kept(): Readonly<Record<string, number>> {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

export const seen = createStore(kept());

export function markSeen(id: string, number: number): void {
  if ((seen.get()[id] ?? 0) >= number) return;
  seen.set({ ...seen.get(), [id]: number });
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(seen.get()));
  } catch {
    // Then it counts anew after a reload.
  }
}

export const unseen = (upTo: Readonly<Record<string, number>>, { id, messages }: Listed) =>
  Math.max(0, messages - (upTo[id] ?? 0));
