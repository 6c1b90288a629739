// What the agent says, until the server has numbered it: in order for each contact, under a name of its own, so that
// sending it again never says it twice.
import type { QueryClient } from '@tanstack/react-query';
import { problemOf } from '~/api/problem';
import { createStore } from '~/platform/store';
import { saidKey, say, sendFile } from './api';
import { hasGap, joined, type Said, type Unsent } from './said';

type ByContact = Readonly<Record<string, readonly Unsent[]>>;

export const unsent = createStore<ByContact>({});
const none: readonly Unsent[] = [];
export const unsentOf = (all: ByContact, id: string) => all[id] ?? none;

// What was typed and not sent: it waits until its conversation is open again.
export const drafts = new Map<string, string>();

function put(id: string, change: (list: readonly Unsent[]) => readonly Unsent[]): void {
  unsent.set({ ...unsent.get(), [id]: change(unsentOf(unsent.get(), id)) });
}

const lanes = new Map<string, Promise<void>>();

async function sendOne(cache: QueryClient, id: string, { client_id, text, file }: Unsent): Promise<void> {
  try {
    const message = await (file ? sendFile(id, client_id, file) : say(id, { client_id, text }));
    const had = cache.getQueryData<readonly Said[]>(saidKey(id)) ?? [];
    if (hasGap(had, message)) await cache.invalidateQueries({ queryKey: saidKey(id) });
    else cache.setQueryData(saidKey(id), joined(had, [message]));
    put(id, (list) => list.filter((one) => one.client_id !== client_id));
  } catch (error) {
    const why = problemOf(error).message;
    put(id, (list) => list.map((one) => (one.client_id === client_id ? { ...one, failed: why } : one)));
  }
}

function queue(cache: QueryClient, id: string, one: Unsent): void {
  const before = lanes.get(id) ?? Promise.resolve();
  lanes.set(id, before.then(() => sendOne(cache, id, one)));
}

export function send(cache: QueryClient, id: string, said: string | File): void {
  const what = typeof said === 'string' ? { text: said } : { text: said.name, file: said };
  const one: Unsent = { client_id: crypto.randomUUID(), ...what, failed: null };
  put(id, (list) => [...list, one]);
  queue(cache, id, one);
}

export function sendAgain(cache: QueryClient, id: string, one: Unsent): void {
  put(id, (list) => list.map((other) => (other.client_id === one.client_id ? { ...other, failed: null } : other)));
  queue(cache, id, one);
}
