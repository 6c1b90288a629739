// What opens when a label is scanned: the product, its price on the website, where it lies, and somebody to ask. Nothing
// is kept of it before the customer says that the store may know where they stand.
import { button, el } from './dom';
import { ask, type Draft, Refused } from './server';
import { type Spot, stay } from './spot';
import type { Texts } from './texts';

interface Product {
  name: string;
  choices: { name: string; value: string }[];
  description: string;
  price?: { amount: string; currency: string } | null;
  in_store?: number | null;
  elsewhere: { store: string; pieces: number }[];
  delivered: boolean;
}
interface Scanned {
  product?: Product | null;
  store?: string | null;
  answering: 'colleague' | 'agent' | 'nobody';
}
interface Entered {
  token: string;
  ends: string;
}

// What the page in the frame lends: its head, its forms, and how somebody is asked.
export interface Lent {
  t: Texts;
  frame: (title: string, ...children: readonly (Node | string)[]) => void;
  form: (run: (made: HTMLFormElement, wrong: HTMLElement) => void, ...children: Node[]) => HTMLFormElement;
  field: (label: string, name: string, kind: 'text' | 'long') => HTMLLabelElement;
  // Gives the token of the conversation; nothing where nobody could be asked.
  start: (
    kind: Draft['kind'],
    form: HTMLFormElement,
    wrong: HTMLElement,
    more?: Partial<Draft>,
  ) => Promise<string | null>;
  resume: (token: string) => Promise<void>;
  callBack: (why: string) => void;
}

const stays = '/api/v1/contacts/stays';
const most = 10; // more are told as this many
const textVersion = '1'; // of what the store may know, in texts.ts
const language = () => document.documentElement.lang;

export async function showScanned(spot: Spot, lent: Lent): Promise<void> {
  const { t, frame } = lent;
  const { store, gtin, sku } = spot;
  const query = new URLSearchParams({ ...(store ? { store } : {}), ...(gtin ? { gtin } : {}), ...(sku ? { sku } : {}) });
  try {
    const found = await ask<Scanned>('GET', `/api/v1/contacts/scanned?${query.toString()}`);
    draw(spot, found, lent);
    if (await goOn(spot)) draw(spot, found, lent);
  } catch (error) {
    const why = el('p', { role: 'alert' }, error instanceof Refused ? error.message : t.broken);
    frame(t.title, el('div', { class: 'scanned' }, why, ...(gtin || sku ? [askWithout(spot, lent)] : [])));
  }
}

// What is sold there is not known: who stands before it is helped all the same.
function askWithout({ store, shelf }: Spot, lent: Lent): HTMLButtonElement {
  const where = { ...(store ? { store } : {}), ...(shelf ? { shelf } : {}) };
  return button(lent.t.askAnyway, 'normal', () => void showScanned(where, lent));
}

// Who agreed once stands at what they scanned last. Nothing was told where they did not.
async function goOn(spot: Spot): Promise<boolean> {
  const now = stay.get();
  if (!now || !spot.store) return false;
  try {
    const entered = await ask<Entered>('PUT', `${stays}/${now.token}`, spot);
    stay.set({ ...now, ...entered });
  } catch (error) {
    if (error instanceof Refused) stay.set(null);
  }
  return true;
}

function draw(spot: Spot, { product, store, answering }: Scanned, lent: Lent): void {
  const { t, frame } = lent;
  const body = el('div', { class: 'scanned' });
  if (product) body.append(...told(product, t));
  if (store) body.append(...stands(store, () => { draw(spot, { product: product ?? null, store, answering }, lent); }, t));
  const visit = stay.get()?.visit;
  if (visit) {
    body.append(button(t.backToTalk, 'primary', () => void lent.resume(visit)));
  } else if (answering === 'nobody') {
    body.append(el('p', { role: 'status' }, t.nobodyHere), button(t.callBack, 'normal', () => { lent.callBack(t.closed); }));
  } else {
    body.append(asking(spot, store ?? null, answering, lent));
  }
  frame(product?.name ?? store ?? t.title, body);
}

function told(product: Product, t: Texts): Node[] {
  const { choices, price, in_store: here, elsewhere, delivered, description } = product;
  const money = (of: { amount: string; currency: string }) =>
    new Intl.NumberFormat(language(), { style: 'currency', currency: of.currency }).format(Number(of.amount));
  const pieces = (count: number) => (count >= most ? t.pieces(`${String(most)}+`) : t.pieces(String(count)));
  const line = (where: string, count: string, none = false) =>
    el('li', { 'data-none': String(none) }, el('span', { dir: 'auto' }, where), el('b', {}, count));
  return [
    ...(choices.length > 0
      ? [el('p', { class: 'choices', dir: 'auto' }, choices.map(({ name, value }) => `${name}: ${value}`).join(' · '))]
      : []),
    ...(price ? [el('p', { class: 'price' }, el('strong', {}, money(price)), ' ', el('small', {}, t.webPrice))] : []),
    el(
      'ul',
      { 'aria-label': t.lies },
      ...(here == null ? [] : [line(t.here, here > 0 ? pieces(here) : t.none, here === 0)]),
      ...elsewhere.slice(0, 3).map(({ store, pieces: count }) => line(store, pieces(count))),
      line(t.sent, delivered ? t.yes : t.no, !delivered),
    ),
    ...(description ? [el('p', { class: 'about', dir: 'auto' }, description)] : []),
  ];
}

// Whoever let the store know sees until when, and takes it back with one tap.
function stands(store: string, redraw: () => void, t: Texts): Node[] {
  const now = stay.get();
  if (!now) return [];
  const until = new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(new Date(now.ends));
  const forget = button(t.forget, 'quiet', () => {
    stay.set(null);
    redraw();
    ask('DELETE', `${stays}/${now.token}`).catch(() => undefined);
  });
  return [el('p', { class: 'here', role: 'status' }, t.seenUntil(store, until), ' ', forget)];
}

function asking(spot: Spot, store: string | null, answering: Scanned['answering'], lent: Lent): HTMLFormElement {
  const { t } = lent;
  const comes = store !== null && answering === 'colleague';
  const made = lent.form(
    (filledIn, wrong) => void (comes ? askHere(spot, filledIn, wrong, lent) : lent.start('chat', filledIn, wrong)),
    lent.field(t.question, 'question', 'long'),
    lent.field(t.name, 'name', 'text'),
    el('button', { type: 'submit', class: 'primary' }, comes ? t.come : t.chat),
    ...(comes ? [el('p', { class: 'state' }, t.agree(store))] : []),
  );
  return made;
}

async function askHere(spot: Spot, form: HTMLFormElement, wrong: HTMLElement, lent: Lent): Promise<void> {
  try {
    const entered = stay.get() ?? (await ask<Entered>('POST', stays, { ...spot, text_version: textVersion }));
    stay.set(entered);
    const visit = await lent.start('store_request', form, wrong, { stay: entered.token });
    if (visit) stay.set({ ...entered, visit });
  } catch (error) {
    wrong.textContent = error instanceof Refused ? error.message : lent.t.broken;
  }
}
