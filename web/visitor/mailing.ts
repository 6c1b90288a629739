// Asking for what was said by mail.
import { el } from './dom';
import { addressOf, ask, Refused } from './server';
import type { Texts } from './texts';

export function mailing(token: string, t: Texts): HTMLElement {
  const input = el('input', { type: 'email', maxlength: '254', autocomplete: 'email', 'aria-label': t.mailTo, placeholder: t.mailTo });
  const told = el('p', { role: 'status' });
  const form = el('form', { class: 'composer', novalidate: '' }, input, el('button', { type: 'submit', class: 'normal' }, t.send));
  const send = async (address: string) => {
    told.textContent = t.sending;
    const body = { address, language: document.documentElement.lang };
    told.textContent = await ask('POST', addressOf(token, '/transcript'), body).then(
      () => t.mailed(address),
      (error: unknown) => (error instanceof Refused ? error.message : t.broken),
    );
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(input.value.trim());
  });
  return el('details', { class: 'mailing' }, el('summary', {}, t.mailIt), form, told);
}
