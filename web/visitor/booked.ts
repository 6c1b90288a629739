// The appointment of who came by the link of a mail: when and with whom it is, moved or cancelled until it begins.
import { button, el } from './dom';
import { ask, Refused } from './server';
import type { Texts } from './texts';
import { type Day, dayOf, daysOf, type Slot, timeOf } from './times';

interface Booked {
  way: 'call_back' | 'video' | 'store' | 'visit';
  state: 'booked' | 'confirmed' | 'called' | 'kept' | 'no_show' | 'cancelled';
  starts: string;
  zone: string;
  agent: string;
  location?: string | null;
  open: boolean;
}

const addressOf = (link: string, rest = '') => `/api/v1/contacts/booked/${encodeURIComponent(link)}${rest}`;

export async function showBooked(root: HTMLElement, t: Texts, link: string): Promise<void> {
  const language = document.documentElement.lang;
  const told = el('p', { role: 'status' });
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  document.title = t.appointment;

  const howOf = { call_back: t.called, video: t.byVideo, store: t.inStore, visit: t.visited };
  const frame = (...children: Node[]) => {
    const page = el('div', { class: 'booked' }, told, ...children, wrong);
    root.replaceChildren(el('header', {}, el('h1', {}, t.appointment)), page);
  };
  const when = ({ starts, zone }: Booked) =>
    t.onDay(dayOf(starts, zone, language), timeOf(starts, zone, language));
  // Runs what the server is asked for; what it refuses stands on the page.
  const tryTo = async (run: () => Promise<void>) => {
    wrong.textContent = '';
    await run().catch((error: unknown) => {
      wrong.textContent = error instanceof Refused ? error.message : t.broken;
    });
  };

  function show(booked: Booked, news = ''): void {
    told.textContent = news;
    const acts = el(
      'div',
      { class: 'acts' },
      button(t.move, 'primary', () => void tryTo(() => chooseDay(booked))),
      button(t.cancel, 'quiet', () => {
        askToCancel(booked);
      }),
    );
    frame(
      el('p', { class: 'when' }, when(booked)),
      el('p', {}, howOf[booked.way](booked.agent, booked.location ?? '')),
      ...(booked.open ? [acts] : [el('p', {}, booked.state === 'cancelled' ? t.cancelled : t.begun)]),
    );
  }

  async function chooseDay(booked: Booked): Promise<void> {
    const { items } = await ask<{ items: Slot[] }>('GET', addressOf(link, '/slots'));
    const days = daysOf(items, booked.zone, language);
    const back = button(t.back, 'quiet', () => {
      show(booked);
    });
    told.textContent = days.length > 0 ? t.chooseTime : t.noTime;
    const [first] = days;
    const times = el('div', { class: 'times', role: 'group', 'aria-label': t.times });
    const choose = el('select', { 'aria-label': t.day }, ...days.map(({ name }) => el('option', {}, name)));
    const showTimes = (day: Day) => {
      times.replaceChildren(...day.slots.map((slot) => timeButton(slot, booked)));
    };
    choose.addEventListener('change', () => {
      const day = days[choose.selectedIndex];
      if (day) showTimes(day);
    });
    if (first) showTimes(first);
    frame(...(first ? [choose, times] : []), back);
  }

  function timeButton({ starts }: Slot, booked: Booked): HTMLButtonElement {
    return button(timeOf(starts, booked.zone, language), 'normal', () => {
      void tryTo(async () => {
        show(await ask<Booked>('POST', addressOf(link, '/move'), { starts }), t.moved);
      });
    });
  }

  function askToCancel(booked: Booked): void {
    told.textContent = t.reallyCancel;
    const yes = button(t.yesCancel, 'danger', () => {
      void tryTo(async () => {
        show(await ask<Booked>('POST', addressOf(link, '/cancel')));
      });
    });
    const no = button(t.keep, 'normal', () => {
      show(booked);
    });
    frame(el('p', { class: 'when' }, when(booked)), el('div', { class: 'acts' }, yes, no));
    no.focus();
  }

  frame();
  await tryTo(async () => {
    show(await ask<Booked>('GET', addressOf(link)));
  });
}
