// What is offered to the visitor, on a card above the button of the launcher. The tracker hears it on the answers to
// what the visitor does and gives the answer back; without a tracker on the page nothing is offered.
import type { Decision } from './s';

type Offer = NonNullable<Decision['offer']>;
interface Got {
  token?: string | null;
  voucher?: string | null;
  refused?: boolean;
}
interface Tracker {
  answer: (decision: Decision, answer: string, more?: object) => Promise<Got>;
}
export interface Place {
  shadow: ShadowRoot;
  texts: { no: string; ok: string; phone: string; thanks: string };
  language: string;
  // What was accepted is a conversation, which is gone on with.
  talk: (token: string) => void;
}

export const nudgeStyle = `
form{position:absolute;inset:auto 0 70px auto;width:min(300px,calc(100vw - 40px));padding:16px;box-sizing:border-box;color:#1c1f26;background:#fff;border-radius:14px;box-shadow:0 8px 40px #0005}
form p{margin:6px 0 12px}
form input{width:100%;margin-bottom:10px;padding:8px;font:inherit;border:1px solid #888;border-radius:8px;box-sizing:border-box}
form label{display:block;margin-bottom:10px;font-size:13px}
form [type=checkbox]{width:auto;margin:0 6px 0 0}
form button{display:inline-block;width:auto;height:auto;padding:8px 14px;font:600 14px system-ui;border-radius:8px;box-shadow:none}
form button[type=button]{color:inherit;background:none}
@media (prefers-color-scheme:dark){form{color:#eceef2;background:#22252c}form input{color:inherit;background:#15171c}}`;

function made<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = ''): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

// The words beside a box, without which nothing is sent.
function agreed(words: string): HTMLLabelElement {
  const label = made('label');
  const box = made('input');
  box.type = 'checkbox';
  box.required = true;
  label.append(box, words);
  return label;
}

export function listen({ shadow, texts, language, talk }: Place): void {
  let card: HTMLFormElement | null = null;
  let shown = '';
  const clear = (): void => {
    card?.remove();
    shown = '';
  };

  function show(decision: Decision, { act, title, body, button: label, agreement }: Offer): void {
    const { analytics } = window as unknown as { analytics: Tracker };
    // What cannot be told is no reason to bother the visitor; what cannot be had any more goes.
    const tell = (answer: string, more?: object): Promise<Got> =>
      analytics.answer(decision, answer, more).catch(() => ({ refused: true }));
    const form = made('form');
    const phone = made('input');
    const yes = made('button', label || title);
    const no = made('button', texts.no);
    no.type = 'button';
    phone.type = 'tel';
    phone.required = true;
    phone.setAttribute('aria-label', (phone.placeholder = texts.phone));
    form.setAttribute('aria-label', title);
    form.append(made('strong', title), made('p', body));
    if (act === 'call_back') form.append(phone, ...(agreement ? [agreed(agreement)] : []));
    form.append(yes, no);
    no.onclick = () => {
      clear();
      void tell('dismissed');
    };
    form.onsubmit = (event) => {
      event.preventDefault();
      yes.disabled = true;
      const page = { page: location.href.slice(0, 200) };
      const more = { language, ...(phone.value && { phone: phone.value }), ...(agreement && { agreed: page }) };
      void tell('accepted', more).then(({ token, voucher, refused }) => {
        const talks = token && act !== 'call_back';
        if (talks || refused) clear();
        else if (card === form) form.replaceChildren(made('strong', voucher ?? texts.thanks));
        if (talks) talk(token);
      });
    };
    card = form;
    shadow.prepend(form);
    void tell('shown');
  }

  // What an adviser has ready stays until it is put away, for as long as this page is there.
  let putAway = false;
  function greet({ title, body, voucher }: NonNullable<Decision['greeting']>): void {
    clear();
    const form = made('form');
    const yes = made('button', texts.ok);
    form.setAttribute('aria-label', title);
    form.append(made('strong', title), made('p', body), made('p', voucher), yes);
    form.onsubmit = (event) => {
      event.preventDefault();
      putAway = true;
      clear();
    };
    card = form;
    shown = voucher;
    shadow.prepend(form);
  }

  // The same offer stays as it is; one that is not made any more goes.
  const hear = (place: string, decision: Decision): void => {
    const { greeting, offer, id } = decision;
    if (greeting && !putAway) {
      if (shown !== greeting.voucher) greet(greeting);
      return;
    }
    const news = offer && id ? `${place} ${offer.title}` : '';
    if (news === shown || (news === '' && !shown.startsWith(`${place} `))) return;
    clear();
    shown = news;
    if (offer && id) show(decision, offer);
  };
  const host = window as unknown as { analytics?: { on?: (what: string, run: typeof hear) => void } & unknown[] };
  if (host.analytics?.on) host.analytics.on('decision', hear);
  else (host.analytics ??= []).push(['on', 'decision', hear]);
}
