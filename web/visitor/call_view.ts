// The window of a call: it stays when the visitor goes to another page of the shop.
import { button, el } from './dom';
import { Conversation, isOver } from './talk';
import type { Texts } from './texts';
import { Call, type Phase } from './voice';

export async function showCall(root: HTMLElement, t: Texts, token: string): Promise<void> {
  const state = el('p', { class: 'state', role: 'status' }, t.calling);
  const speaker = el('audio', { autoplay: '' });
  const acts = el('div', { class: 'acts' });
  root.replaceChildren(el('h1', {}, t.call), state, speaker, acts);
  let microphone: MediaStream;
  try {
    microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    state.textContent = t.noMicrophone;
    acts.replaceChildren(button(t.call, 'primary', () => void showCall(root, t, token)));
    return;
  }
  let muted = false;
  const mute = button(t.mute, 'normal', () => {
    muted = !muted;
    call.mute(muted);
    mute.textContent = muted ? t.unmute : t.mute;
    mute.setAttribute('aria-pressed', String(muted));
  });
  const show = (phase: Phase) => {
    state.textContent = { calling: t.calling, talking: t.talking, over: t.callOver }[phase];
    root.dataset['phase'] = phase;
    if (phase !== 'over') return;
    acts.replaceChildren();
    talk.end();
  };
  const call = new Call(token, microphone, speaker, show);
  let offered = false;
  const talk = new Conversation(
    token,
    ({ state: now, inLine }) => {
      if (inLine && root.dataset['phase'] === undefined)
        state.textContent = `${t.calling} ${t.waiting(inLine.place)}`;
      if (now === 'active' && !offered) {
        offered = true;
        void call.offer();
      }
      if (isOver(now) || now === 'wrap_up') call.end();
    },
    (news) => void call.hear(news),
  );
  acts.replaceChildren(
    mute,
    button(t.hangUp, 'danger', () => {
      call.hangUp();
      // A chat goes on after its call; a call is over.
      if (new URLSearchParams(location.search).get('kind') === 'call') void talk.leave().catch(() => undefined);
    }),
  );
  await talk.begin();
}
