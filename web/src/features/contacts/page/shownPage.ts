// The page that a visitor shows to who helps them: asked for, drawn while somebody looks, and kept nowhere. The visitor
// agrees and ends it; whoever stops looking ends it, too.
import i18next from 'i18next';
import { api, data } from '~/api';
import { createStore } from '~/platform/store';
import { showToast } from '~/ui/feedback/toasts';
import { onSignal, rung } from '../deskLine';

const lookMs = 10_000;
const anewMs = 2_000;
const unheardMost = 2;

export interface ShownPage {
  phase: 'asked' | 'shown';
  title: string;
  address: string;
}

// By contact.
export const shownPages = createStore<Readonly<Record<string, ShownPage>>>({});
const drawing = new Map<string, (piece: string) => void>();
const askedAnew = new Set<string>();

const put = (id: string, change: Partial<ShownPage>) => {
  const now = shownPages.get();
  shownPages.set({ ...now, [id]: { phase: 'shown', title: '', address: '', ...now[id], ...change } });
};

const without = (id: string) =>
  Object.fromEntries(Object.entries(shownPages.get()).filter(([one]) => one !== id));

function drop(id: string, why: 'away' | 'stopped' | 'no' | 'unable'): void {
  if (!shownPages.get()[id]) return;
  shownPages.set(without(id));
  showToast(i18next.t(`contacts:page.gone.${why}`));
}

// Whether the visitor heard it.
const tell = (id: string, signal: 'page_ask' | 'page_anew' | 'page_look' | 'page_off') =>
  data(api.POST('/api/v1/contacts/{id}/signals', { params: { path: { id } }, body: { signal } })).then(
    ({ heard }) => heard,
    () => false,
  );

export async function askForPage(id: string): Promise<void> {
  if (shownPages.get()[id]) return;
  put(id, { phase: 'asked' });
  if (!(await tell(id, 'page_ask'))) drop(id, 'away');
}

export function endPage(id: string): void {
  shownPages.set(without(id));
  void tell(id, 'page_off');
}

export const nameOf = (id: string, { title, address }: Pick<ShownPage, 'title' | 'address'>) => {
  if (shownPages.get()[id]) put(id, { title, address });
};

// A picture from nothing, as something was missed; what is missed together is asked for once.
export function drawAnew(id: string): void {
  if (askedAnew.has(id)) return;
  askedAnew.add(id);
  setTimeout(() => askedAnew.delete(id), anewMs);
  void tell(id, 'page_anew');
}

// Looks on until the returned function is called.
export function look(id: string, draw: (piece: string) => void): () => void {
  drawing.set(id, draw);
  askedAnew.delete(id);
  drawAnew(id);
  let unheard = 0;
  const timer = setInterval(() => {
    void tell(id, 'page_look').then((heard) => {
      unheard = heard ? 0 : unheard + 1;
      if (unheard >= unheardMost) drop(id, 'away');
    });
  }, lookMs);
  return () => {
    clearInterval(timer);
    drawing.delete(id);
  };
}

function hearPiece(id: string, piece: string): void {
  const before = shownPages.get()[id]?.phase;
  if (before !== 'shown') put(id, { phase: 'shown' });
  if (!before) {
    showToast(i18next.t('contacts:page.begins'), {
      open: () => {
        rung.set(id);
      },
    });
  }
  drawing.get(id)?.(piece);
}

const reasons = ['no', 'unable'] as const;

// Listens for pages until the returned function is called.
export function takePages(): () => void {
  return onSignal(({ id, signal, data: about }) => {
    if (signal === 'page') hearPiece(id, about);
    if (signal === 'page_off') drop(id, reasons.find((one) => one === about) ?? 'stopped');
  });
}
