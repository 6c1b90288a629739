// What was said, as numbered messages, and what is on its way. Pure: the screen keeps it.
import type { Answer, Message } from './wire';

export type Said = Pick<Message, 'number' | 'sender' | 'client_id' | 'text' | 'moment' | 'file' | 'file_type'>;

export interface Unsent {
  client_id: string;
  text: string; // of a file what it is called
  file?: File;
  failed: string | null; // why; null: on its way
}

export const lastOf = (said: readonly Said[]) => said.at(-1)?.number ?? 0;

// What came in, in order and once, whatever was there already.
export function joined(had: readonly Said[], more: readonly Said[]): readonly Said[] {
  const known = new Set(had.map(({ number }) => number));
  const fresh = more.filter(({ number }) => !known.has(number));
  if (fresh.length === 0) return had;
  return [...had, ...fresh].sort((a, b) => a.number - b.number);
}

// Whether one is missing between what is there and what comes in.
export const hasGap = (had: readonly Said[], next: Said) => next.number > lastOf(had) + 1;

// What is still to arrive: the server has numbered the rest.
export function stillUnsent(unsent: readonly Unsent[], said: readonly Said[]): readonly Unsent[] {
  const arrived = new Set(said.filter(({ sender }) => sender === 'agent').map(({ client_id: id }) => id));
  return unsent.filter(({ client_id: id }) => !arrived.has(id));
}

export interface Group {
  sender: Message['sender'];
  said: readonly Said[];
}

const pauseMs = 180_000;

// One after the other of one side, without a long pause, stands together.
export function groups(said: readonly Said[]): Group[] {
  const found: { sender: Message['sender']; said: Said[] }[] = [];
  for (const one of said) {
    const last = found.at(-1);
    const before = last?.said.at(-1);
    const near = before && Date.parse(one.moment) - Date.parse(before.moment) < pauseMs;
    if (last && near && last.sender === one.sender) last.said.push(one);
    else found.push({ sender: one.sender, said: [one] });
  }
  return found;
}

type Findable = Pick<Answer, 'code' | 'title' | 'text'>;

// Those with all words of a search, and first those that are called so: who types fast and presses Enter gets what
// they mean.
export function fitting<One extends Findable>(answers: readonly One[], search: string): One[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const named = ({ code, title }: Findable) => `${code} ${title}`.toLocaleLowerCase();
  const found = answers.filter((one) =>
    words.every((word) => `${named(one)} ${one.text}`.toLocaleLowerCase().includes(word)),
  );
  const isNamed = (one: One) => words.every((word) => named(one).includes(word));
  return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))];
}

// '/hours wee' asks for ready answers about "hours wee"; anything else does not.
export const answerSearch = (text: string): string | null =>
  /^\/[^\n]{0,80}$/.test(text) ? text.slice(1).trim() : null;
