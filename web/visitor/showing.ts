// Showing the page that one is on to who helps: nothing of it leaves the browser before the visitor says yes, they see
// all the time that it is on, and one click ends it. It goes on over pages of the same site with the same person, and
// ends with the conversation, when nobody looks any more, and when the visitor or the other side says so.
import { button, el } from './dom';
import type { Host } from './host';
import type { FromMirror, ToMirror } from './mirror';
import { addressOf, ask, signal, type SignalNews } from './server';
import type { Talk } from './talk';
import type { Texts } from './texts';

const lookedWithinMs = 40_000;
const lookMs = 5_000;
const pieceEveryMs = 80; // no more at once than the line of who looks takes
const againMs = 2_000;

// A browser that lacks what is needed says so.
const isAble = (host: Host) => host.isThere && 'CompressionStream' in window;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export interface Showing {
  bar: HTMLElement;
  offer: HTMLElement;
  hear: (news: SignalNews) => void;
  follow: (now: Talk) => void;
}

export function showing(token: string, host: Host, t: Texts): Showing {
  const bar = el('div', { class: 'showing', hidden: '' });
  const offer = button(t.showPage, 'quiet', () => {
    propose();
  });
  let agent: string | null | undefined; // nothing until the first look
  let port: MessagePort | null = null;
  let lookedAt = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const draw = (...children: readonly Node[]) => {
    bar.replaceChildren(...children);
    bar.hidden = children.length === 0;
    offer.hidden = !isAble(host) || !agent || !bar.hidden;
  };
  const tell = (name: 'page_off', why = '') => signal(token, name, why).catch(() => undefined);
  const note = (shown: boolean) => ask('PUT', addressOf(token, '/page'), { shown });

  function propose(): void {
    if (port || !agent) return;
    draw(
      el('p', { role: 'alert' }, el('strong', {}, t.showAsked(agent)), el('br'), t.showWhat),
      el('div', { class: 'acts' }, button(t.showYes, 'primary', () => void agree()), button(t.showNo, 'normal', refuse)),
    );
    bar.querySelector('button')?.focus();
    if (!host.isShown()) host.tell({ is: 'unread', count: 1 });
  }

  function refuse(): void {
    draw();
    void tell('page_off', 'no');
  }

  async function agree(): Promise<void> {
    try {
      await note(true);
      start();
    } catch {
      draw();
      void tell('page_off', 'unable');
    }
  }

  function start(): void {
    lookedAt = Date.now();
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = ({ data }: MessageEvent<FromMirror>) => {
      if (data) void send(port1, data);
      else stop('unable');
    };
    host.mirror(port2);
    host.tell({ is: 'showing', to: agent ?? null });
    draw(
      el('p', { role: 'status' }, t.shownTo(agent ?? '')),
      button(t.showStop, 'normal', () => {
        stop();
      }),
    );
    timer = setInterval(() => {
      if (Date.now() - lookedAt > lookedWithinMs) stop();
    }, lookMs);
  }

  // One after the other; whoever is not heard waits until somebody looks again.
  async function send(to: MessagePort, pieces: readonly string[]): Promise<void> {
    const say = (what: ToMirror) => {
      to.postMessage(what);
    };
    for (const piece of pieces) {
      if (to !== port) return;
      try {
        const { heard } = await signal(token, 'page', piece);
        if (!heard) {
          say('rest');
          return;
        }
      } catch {
        say('rest');
        await pause(againMs);
        say('anew');
        return;
      }
      await pause(pieceEveryMs);
    }
    say('sent');
  }

  function end(): boolean {
    if (!port) return false;
    port.postMessage('stop' satisfies ToMirror);
    port = null;
    clearInterval(timer);
    host.tell({ is: 'showing', to: null });
    draw();
    return true;
  }

  function stop(why = ''): void {
    if (!end()) return;
    void note(false).catch(() => undefined);
    void tell('page_off', why);
  }

  host.onStop(stop);
  draw();
  return {
    bar,
    offer,
    hear: ({ signal: name }) => {
      if (name === 'page_look' || name === 'page_anew') lookedAt = Date.now();
      if (name === 'page_anew') port?.postMessage('anew' satisfies ToMirror);
      if (name === 'page_ask' && isAble(host)) propose();
      else if (name === 'page_ask') void tell('page_off', 'unable');
      if (name === 'page_off') {
        stop();
        draw();
      }
    },
    follow: (now) => {
      const helper = now.state === 'active' ? now.agent : null;
      if (helper === agent) return;
      // Whoever said yes said so to one person.
      stop();
      agent = helper;
      draw();
      if (agent && host.shownTo() === agent && isAble(host)) start();
      else host.tell({ is: 'showing', to: null });
    },
  };
}
