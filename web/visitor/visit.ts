// The page in the frame: asking for somebody, waiting, talking, and saying how it was.
import { showBooked } from './booked';
import { showCall } from './call_view';
import { button, el } from './dom';
import { findHost } from './host';
import { mailing } from './mailing';
import { showScanned } from './scanned';
import { addressOf, ask, begin, type Draft, fileOf, Refused, type Said } from './server';
import { type Showing, showing } from './showing';
import { spotOf, stay } from './spot';
import { Conversation, isOver, type Talk } from './talk';
import { textsFor } from './texts';

const asked = new URLSearchParams(location.search);
const language = asked.get('lang') ?? navigator.language;
document.documentElement.lang = /^nl\b/i.test(language) ? 'nl' : 'en';
const t = textsFor(language);
document.title = t.title;

const host = findHost(asked.get('host'));
const root = el('main');
document.body.append(root);

const nearPx = 60;
const starsMost = 5;
const fileBytesMost = 5 * 1024 * 1024;
let talk: Conversation | null = null;
let shown = true;
let seen = 0;
let question = ''; // with which this conversation began

const closing = () =>
  button('×', 'close', () => {
    host.tell({ is: 'close' });
  });

function frame(title: string, ...children: readonly (Node | string)[]): void {
  const close = closing();
  close.setAttribute('aria-label', t.close);
  const head = el('header', {}, el('h1', {}, title), ...(window.parent === window ? [] : [close]));
  root.replaceChildren(head, ...children);
}

function field(label: string, name: string, kind: 'text' | 'email' | 'tel' | 'long'): HTMLLabelElement {
  const input =
    kind === 'long'
      ? el('textarea', { name, rows: '3', maxlength: '2000' })
      : el('input', { name, type: kind, maxlength: '200', autocomplete: 'on' });
  return el('label', {}, el('span', {}, label), input);
}

// What was filled in, without what was left empty.
function filled(form: HTMLFormElement): Partial<Draft> {
  const values = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

// ---- Asking

const away = new Set(['team_closed', 'no_team', 'team_full', 'nobody_there']);

// Gives the token of the conversation; nothing where nobody could be asked.
async function start(
  kind: Draft['kind'],
  form: HTMLFormElement,
  wrong: HTMLElement,
  more: Partial<Draft> = {},
): Promise<string | null> {
  wrong.textContent = '';
  const team = asked.get('team');
  // In the click, while the browser still allows it.
  const window_ = kind === 'call' ? window.open('about:blank', 'sluis-call', 'width=380,height=420') : null;
  try {
    const draft = filled(form);
    const device = await host.device();
    const visit = await begin({ kind, ...(team ? { team } : {}), ...(device ? { device } : {}), ...draft, ...more });
    question = draft.question ?? '';
    if (kind === 'call_back') {
      leftBehind();
      return null;
    }
    host.tell({ is: 'token', token: visit.token });
    if (kind === 'call') showInWindow(window_, visit.token, 'call');
    await resume(visit.token);
    return visit.token;
  } catch (error) {
    window_?.close();
    if (error instanceof Refused && away.has(error.code)) askToCallBack(t.closed);
    else wrong.textContent = error instanceof Refused ? error.message : t.broken;
    return null;
  }
}

function showInWindow(window_: Window | null, token: string, kind: 'call' | 'chat'): void {
  const address = `/visit?lang=${document.documentElement.lang}&kind=${kind}#${token}`;
  if (window_) window_.location.href = new URL(address, location.href).href;
}

function form(run: (made: HTMLFormElement, wrong: HTMLElement) => void, ...children: Node[]): HTMLFormElement {
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const made = el('form', { novalidate: '' }, ...children, wrong);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    run(made, wrong);
  });
  return made;
}

function showStart(): void {
  const made = form(
    (filledIn, wrong) => void start('chat', filledIn, wrong),
    field(t.question, 'question', 'long'),
    field(t.name, 'name', 'text'),
    field(t.email, 'email', 'email'),
    el('button', { type: 'submit', class: 'primary' }, t.chat),
    button(t.call, 'normal', () => {
      const wrong = made.querySelector<HTMLElement>('.wrong');
      if (wrong) void start('call', made, wrong);
    }),
    button(t.callBack, 'quiet', () => {
      askToCallBack();
    }),
  );
  frame(t.hello, made);
  made.querySelector('textarea')?.focus();
}

function askToCallBack(why?: string): void {
  frame(
    t.callBack,
    form(
      (filledIn, wrong) => void start('call_back', filledIn, wrong),
      ...(why ? [el('p', { role: 'status' }, why)] : []),
      el('p', {}, t.closedText),
      field(t.phone, 'phone', 'tel'),
      field(t.name, 'name', 'text'),
      field(t.question, 'question', 'long'),
      el('button', { type: 'submit', class: 'primary' }, t.leave),
      button(t.back, 'quiet', showFirst),
    ),
  );
  root.querySelector('input')?.focus();
}

function leftBehind(): void {
  frame(t.callBack, el('p', { role: 'status' }, t.left), button(t.again, 'normal', showFirst));
}

// ---- Talking

async function resume(token: string): Promise<void> {
  talk?.end();
  const shows = showing(token, host, t);
  const view = showTalk(token, shows);
  talk = new Conversation(token, view, shows.hear);
  try {
    await talk.begin();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    talk = null;
    host.tell({ is: 'token', token: null });
    stay.forgetVisit();
    showFirst();
  }
}

function statusOf({ state, inLine, agent, lost }: Talk): string {
  if (lost) return t.lost;
  if (isOver(state)) return t.over;
  if (state === 'wrap_up') return t.over;
  if (state === 'active') return agent ? t.with(agent) : t.soon;
  if (!inLine) return t.soon;
  const wait = inLine.wait_s == null ? '' : ` ${t.wait(Math.round(inLine.wait_s / 60))}`;
  return `${t.waiting(inLine.place)}${wait}`;
}

function bubble(sender: string, content: string | Node, note = ''): HTMLElement {
  return el('li', { class: sender }, el('p', { dir: 'auto' }, content), ...(note ? [el('small', {}, note)] : []));
}

// A picture is shown; all else is what it is called, to be saved.
function contentOf(said: Said, token: string): string | Node {
  if (!said.file) return said.text;
  const href = fileOf(token, said);
  const isPicture = said.file_type?.startsWith('image/');
  const content = isPicture ? el('img', { src: href, alt: said.file, loading: 'lazy' }) : said.file;
  return el('a', { href, download: said.file, target: '_blank', rel: 'noopener' }, content);
}

// Gives the button, and where it says why a file was not sent.
function attaching(): [HTMLElement, HTMLElement] {
  const why = el('p', { class: 'state', role: 'alert' });
  const input = el('input', { type: 'file', hidden: '', accept: 'image/*,.pdf,.txt', 'aria-label': t.attach });
  const send = async (file: File) => {
    const fits = file.size <= fileBytesMost;
    why.textContent = fits ? '' : t.fileTooLarge;
    if (!fits) return;
    await talk?.attach(file).catch((error: unknown) => {
      why.textContent = error instanceof Refused ? error.message : t.broken;
    });
  };
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void send(file);
    input.value = '';
  });
  const choose = button('+', 'quiet', () => {
    input.click();
  });
  choose.setAttribute('aria-label', t.attach);
  choose.title = t.attach;
  return [el('span', { class: 'attach' }, choose, input), why];
}

// Gives what draws it as it is now.
function showTalk(token: string, shows: Showing): (now: Talk) => void {
  const status = el('p', { class: 'state', role: 'status' });
  const list = el('ol', { role: 'log', 'aria-label': t.said, tabindex: '0' });
  const typing = el('p', { class: 'typing', role: 'status' });
  const input = el('textarea', { 'aria-label': t.reply, placeholder: t.reply, rows: '1', maxlength: '4000' });
  const send = el('button', { type: 'submit', class: 'primary' }, t.send);
  const [attach, why] = attaching();
  const composer = el('form', { class: 'composer' }, attach, input, send);
  const foot = el(
    'footer',
    {},
    button(t.call, 'quiet', () => {
      showInWindow(window.open('about:blank', 'sluis-call', 'width=380,height=420'), token, 'chat');
    }),
    shows.offer,
    button(t.end, 'quiet', () => void talk?.leave().catch(() => undefined)),
  );
  const say = () => {
    const text = input.value.trim();
    input.value = '';
    if (text) talk?.say(text);
    input.focus();
  };
  composer.addEventListener('submit', (event) => {
    event.preventDefault();
    say();
  });
  input.addEventListener('input', () => talk?.types());
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    say();
  });
  const mail = mailing(token, t);
  frame(t.title, status, list, typing, why, shows.bar, composer, mail, foot);
  input.focus();
  let rated = false;
  let drawn = 'not yet';
  return (now) => {
    status.textContent = statusOf(now);
    shows.follow(now);
    mail.hidden = !now.canBeMailed;
    typing.textContent = now.typing && now.agent ? `${now.agent} ${t.types}` : '';
    const last = now.said.at(-1);
    const read = last?.sender === 'customer' && now.readTo >= last.number;
    const drawing = `${String(last?.number ?? 0)} ${now.unsent.map(({ client_id: id }) => id).join()} ${String(read)}`;
    if (drawing !== drawn) {
      drawn = drawing;
      const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx;
      list.replaceChildren(
        ...(question ? [bubble('customer', question)] : []),
        ...now.said.map((one) => bubble(one.sender, contentOf(one, token), one === last && read ? t.read : '')),
        ...now.unsent.map(({ text }) => bubble('customer unsent', text, t.sending)),
      );
      if (atEnd) list.scrollTop = list.scrollHeight;
      count(now);
    }
    const over = isOver(now.state) || now.state === 'wrap_up';
    root.dataset['over'] = String(over);
    if (!over || rated) return;
    rated = true;
    host.tell({ is: 'token', token: null });
    // Who was not helped has nothing to say of it.
    if (now.agent) composer.replaceWith(rating(token));
    else composer.remove();
    foot.replaceChildren(
      button(t.again, 'normal', () => {
        question = '';
        stay.forgetVisit();
        showFirst();
      }),
    );
  };
}

// What the visitor has not looked at stands on the button that opens the frame.
function count({ said }: Talk): void {
  const last = said.at(-1)?.number ?? 0;
  if (shown) {
    if (last > seen) talk?.read();
    seen = last;
  }
  const fresh = said.filter(({ number, sender }) => number > seen && sender === 'agent').length;
  host.tell({ is: 'unread', count: fresh });
}

// ---- How it was

function rating(token: string): HTMLElement {
  const stars = Array.from({ length: starsMost }, (_, index) => {
    const star = button('★', 'star', () => {
      choose(index + 1);
    });
    star.setAttribute('aria-label', t.stars(index + 1));
    star.setAttribute('aria-pressed', 'false');
    return star;
  });
  let chosen = 0;
  const choose = (count_: number) => {
    chosen = count_;
    stars.forEach((star, index) => {
      star.setAttribute('aria-pressed', String(index < count_));
    });
    void give();
  };
  const remark = el('textarea', { 'aria-label': t.remark, placeholder: t.remark, rows: '2', maxlength: '1000' });
  const thanks = el('p', { role: 'status' });
  const give = async () => {
    const text = remark.value.trim();
    const body = { rating: chosen, ...(text ? { remark: text } : {}) };
    thanks.textContent = await ask('PUT', addressOf(token, '/rating'), body).then(
      () => t.thanks,
      () => t.broken,
    );
  };
  remark.addEventListener('change', () => {
    if (chosen > 0) void give();
  });
  return el('div', { class: 'rating' }, el('h2', {}, t.rate), el('div', {}, ...stars), remark, thanks);
}

// ---- Beginning

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') host.tell({ is: 'close' });
});

const called = location.hash.slice(1);
const spot = spotOf(new URL(location.href));
// What a conversation ends with: asking anew.
const showFirst = () => {
  if (spot) void showScanned(spot, { t, frame, form, field, start, resume, callBack: askToCallBack });
  else showStart();
};
if (called && asked.has('appointment')) {
  void showBooked(root, t, called);
} else if (called && window.parent === window) {
  void showCall(root, t, called);
} else if (spot) {
  showFirst();
} else {
  host.onTold((news) => {
    shown = news.shown;
    if (news.token && !talk) void resume(news.token);
    else if (shown && talk) count(talk.now);
  });
  showStart();
}
