// The line of the desk: what is offered, what is said, who types; and the sign of life of who is at work. It lasts
// as long as the app is open: who looks something up on another screen stays there for customers.
import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { api, data } from '~/api';
import { problemOf } from '~/api/problem';
import { Line } from '~/platform/line';
import { createStore } from '~/platform/store';
import { showToast } from '~/ui/feedback/toasts';
import { contactKey, deskKey, saidKey } from './api';
import { hasGap, joined, type Said } from './said';
import type { Desk, State } from './wire';

const beatMs = 30_000;
const typingMs = 5_000;

interface ContactNews {
  what: string;
  id: string;
  state: State;
}
interface SignalNews {
  id: string;
  signal: string;
  data: string;
}
type MessageNews = Said & { contact: string };

// Until when somebody was seen typing, and up to which message they have read; by contact.
export const typing = createStore<Readonly<Record<string, number>>>({});
export const readTo = createStore<Readonly<Record<string, number>>>({});
// The sign of life comes from another window, so this one keeps nobody there.
export const elsewhere = createStore(false);
// A telephone rings: the contact is to be opened.
export const rung = createStore<string | null>(null);

type SignalHeard = (news: SignalNews) => void;
const signalEars = new Set<SignalHeard>();

// Tells of the signals of voice until the returned function is called.
export function onSignal(ear: SignalHeard): () => void {
  signalEars.add(ear);
  return () => signalEars.delete(ear);
}

function hearContact(cache: QueryClient, { what, id, state }: ContactNews): void {
  void cache.invalidateQueries({ queryKey: deskKey });
  void cache.invalidateQueries({ queryKey: contactKey(id) });
  if (what === 'call_rang') rung.set(id);
  const isShown = window.location.pathname.startsWith('/desk');
  if (state !== 'offered' || isShown) return;
  showToast(i18next.t('contacts:offeredElsewhere'), {
    open: () => {
      rung.set(id);
    },
  });
}

// In its place, or asked for with what is missing before it.
function hearMessage(cache: QueryClient, { contact, ...message }: MessageNews): void {
  const had = cache.getQueryData<readonly Said[]>(saidKey(contact));
  if (had && !hasGap(had, message)) cache.setQueryData(saidKey(contact), joined(had, [message]));
  else void cache.invalidateQueries({ queryKey: saidKey(contact) });
  if (message.sender === 'customer') typing.set({ ...typing.get(), [contact]: 0 });
  cache.setQueryData<Desk>(deskKey, (desk) => desk && {
    ...desk,
    held: desk.held.map((one) =>
      one.id === contact ? { ...one, messages: Math.max(one.messages, message.number) } : one,
    ),
  });
}

function hearSignal(news: SignalNews): void {
  const { id, signal, data: about } = news;
  if (signal === 'typing') typing.set({ ...typing.get(), [id]: Date.now() + typingMs });
  else if (signal === 'read') readTo.set({ ...readTo.get(), [id]: Number(about) || 0 });
  else signalEars.forEach((ear) => {
    ear(news);
  });
}

async function beat(cache: QueryClient): Promise<void> {
  const presence = cache.getQueryData<Desk>(deskKey)?.agent.presence;
  if (!presence || presence === 'offline' || elsewhere.get()) return;
  try {
    await data(api.POST('/api/v1/contacts/presence/sign-of-life'));
  } catch (error) {
    if (problemOf(error).code === 'presence_elsewhere') elsewhere.set(true);
    void cache.invalidateQueries({ queryKey: deskKey });
  }
}

function begin(cache: QueryClient): () => void {
  const line = new Line('/api/v1/contacts/desk/live', {
    hear: {
      contact: (told) => {
        hearContact(cache, told as ContactNews);
      },
      message: (told) => {
        hearMessage(cache, told as MessageNews);
      },
      signal: (told) => {
        hearSignal(told as SignalNews);
      },
    },
    // Whatever happened while the line was away is asked for.
    onOpen: () => {
      void cache.invalidateQueries({ queryKey: deskKey });
      void cache.invalidateQueries({ queryKey: ['said'] });
      void cache.invalidateQueries({ queryKey: ['contact'] });
    },
    onLost: () => undefined,
  });
  line.open();
  const timer = setInterval(() => void beat(cache), beatMs);
  return () => {
    line.close();
    clearInterval(timer);
  };
}

let end: (() => void) | null = null;

export function openDeskLine(cache: QueryClient): void {
  end ??= begin(cache);
}

export function closeDeskLine(): void {
  end?.();
  end = null;
}
