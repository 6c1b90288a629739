// The tracker of a website: the calls of Segment, sent to Sluis. Until a visitor agrees nothing is stored and nothing is
// sent; a browser that says so by Global Privacy Control is never tracked.
import { type Message, Queue } from './queue';

type Fields = Record<string, unknown>;
type Hear = (...of: unknown[]) => void;

const key = 'sluis.who';
const heldMost = 50;
const script = document.currentScript as HTMLScriptElement;
const { origin } = new URL(script.src);
const { key: writeKey, consent: told, auto, placements: places } = script.dataset;
const placements = places?.split(',') ?? [];
const refused = (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl === true;

export interface Decision {
  id?: string | null;
  handle?: string | null;
  offer?: { act: string; title: string; body: string; button: string; agreement?: string | null } | null;
  // What an adviser has ready for them.
  greeting?: { title: string; body: string; voucher: string } | null;
}
type Decisions = Record<string, Decision>;
interface Who {
  anonymousId: string;
  userId?: string;
  // With which the server knows this visitor again; of whoever it was given to, and of nobody else.
  handle?: string | undefined;
}
const nobody = (): Who => ({ anonymousId: crypto.randomUUID() });
let who = nobody();
let choices: Record<string, boolean> | null = null;
let held: Message[] = [];
const heard: Record<string, Hear[]> = {};

const agreed = (): boolean => !refused && choices?.['analytics'] === true;

function stored(change: (storage: Storage) => void): void {
  try {
    change(localStorage);
  } catch {
    // Where a browser keeps nothing, each page is a visitor.
  }
}

function remember(): void {
  stored((storage) => {
    if (agreed()) storage.setItem(key, JSON.stringify({ who, choices }));
    else storage.removeItem(key);
  });
}

const bodyOf = (batch: Message[], nudges?: Fields): string =>
  JSON.stringify({ batch, writeKey, sentAt: new Date().toISOString(), nudges });
const address = `${origin}/v1/batch`;
const queue = new Queue({
  send: async (batch) => {
    const asker = who;
    const nudges = placements[0] && { placements, handle: asker.handle, consent: agreed(), language: document.documentElement.lang.slice(0, 2) };
    // Plain text needs no question beforehand.
    const body = bodyOf(batch, nudges || undefined);
    const answer = await fetch(address, { method: 'POST', body, keepalive: true, credentials: 'omit' });
    if (nudges && answer.ok) tell(asker, ((await answer.json()) as { decisions?: Decisions }).decisions);
    return answer.status;
  },
  leave: (batch) => navigator.sendBeacon(address, bodyOf(batch)),
  wait: (run, milliseconds) => setTimeout(run, milliseconds),
  random: Math.random,
});

// What was decided for each place rides on the answer; it is for whoever asked, while they are there.
function tell(asker: Who, decisions: Decisions = {}): void {
  if (asker !== who) return;
  for (const [placement, decision] of Object.entries(decisions)) {
    if (decision.handle) who.handle = decision.handle;
    for (const hear of heard['decision'] ?? []) hear(placement, decision);
  }
  remember();
}

function page(): Fields {
  const { href: url, pathname: path, search } = location;
  return { url, path, search, title: document.title, referrer: document.referrer };
}

function campaign(): Fields {
  const found: Fields = {};
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name.startsWith('utm_')) found[name === 'utm_campaign' ? 'name' : name.slice(4)] = value;
  }
  return found;
}

// With the moment and the page that it is about, also when it is sent later.
function say(type: string, fields: Fields, heardAs: unknown[]): void {
  const message: Message = {
    type,
    messageId: crypto.randomUUID(),
    timestamp: new Date().toISOString(),
    ...fields,
    context: { page: page(), campaign: campaign(), locale: navigator.language, library: { name: 'sluis' } },
  };
  for (const hear of heard[type] ?? []) hear(...heardAs);
  if (agreed()) send(message);
  else if (!choices && !refused && held.length < heldMost) held.push(message);
}

function send(message: Message): void {
  const context = { ...(message['context'] as Fields), consent: { categoryPreferences: choices } };
  queue.add({ ...who, ...message, context });
}

const words = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});

const calls = {
  track(event: string, properties?: Fields): void {
    say('track', { event, properties: fieldsOf(properties) }, [event, properties]);
  },
  page(...of: unknown[]): void {
    const [category, name] = words(of[1]) === undefined ? [undefined, words(of[0])] : [words(of[0]), words(of[1])];
    const properties = { ...page(), ...fieldsOf(of.find((one) => typeof one === 'object')) };
    say('page', { category, name, properties }, [category, name, properties]);
  },
  identify(id: unknown, traits?: Fields): void {
    if (words(id)) who.userId = words(id);
    remember();
    const told = fieldsOf(words(id) ? traits : id);
    say('identify', { userId: who.userId, traits: told }, [who.userId, told]);
  },
  group(groupId: string, traits?: Fields): void {
    say('group', { groupId, traits: fieldsOf(traits) }, [groupId, traits]);
  },
  alias(userId: string, previousId?: string): void {
    say('alias', { userId, previousId: previousId ?? who.anonymousId }, [userId, previousId]);
  },
  reset(): void {
    who = nobody();
    remember();
  },
  setAnonymousId(anonymousId: string): void {
    who = { ...who, anonymousId, handle: undefined };
    remember();
  },
  user: () => ({ id: () => who.userId ?? null, anonymousId: () => who.anonymousId }),
  // As the server knows this browser, if its visitor agreed to be followed.
  followed: (): string | null => (agreed() ? who.anonymousId : null),
  ready(run: () => void): void {
    run();
  },
  on(call: string, hear: Hear): void {
    (heard[call] ??= []).push(hear);
  },
  // What a visitor does with an offer: shown, dismissed or accepted. Gives what they got.
  async answer({ id, handle }: Decision, answer: string, more?: Fields): Promise<Fields> {
    const response = await fetch(`${origin}/api/v1/decisions/${id}/answer`, {
      method: 'POST',
      credentials: 'omit',
      headers: { Authorization: `Bearer ${writeKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ answer, handle, ...more }),
    });
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as Fields;
  },
  // What a visitor chose, by purpose: {analytics: true, advertising: false}. Nothing goes out without `analytics`.
  consent(chosen: Record<string, boolean>): void {
    choices = chosen;
    remember();
    if (agreed()) held.forEach(send);
    held = [];
  },
};

// Who agreed before is known again; who never did has left nothing to find.
stored((storage) => {
  const kept = storage.getItem(key);
  if (kept) ({ who, choices } = JSON.parse(kept) as { who: Who; choices: Record<string, boolean> });
});
if (told === 'granted') calls.consent({ analytics: true });

// What was called before this script was there.
const early = (window as { analytics?: unknown }).analytics;
Object.assign(window, { analytics: calls });
if (Array.isArray(early)) {
  for (const [call, ...of] of early as [keyof typeof calls, ...never[]][]) (calls[call] as Hear | undefined)?.(...of);
}

if (auto !== 'off') {
  let seen = '';
  const look = (): void => {
    if (seen === location.pathname) return;
    seen = location.pathname;
    calls.page();
  };
  look();
  // A site of one page changes its address without loading another.
  const { pushState } = history;
  history.pushState = function push(...of) {
    pushState.apply(this, of);
    look();
  };
  addEventListener('popstate', look);
}
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') queue.leave();
});
