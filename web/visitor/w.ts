// The button on a website that opens the frame in which visitors talk. It stands in a closed shadow of its own, brings
// its own style sheet and asks for nothing before it is clicked.
import type { ToFrame, ToHost } from './host';
import { textsFor } from './launcher_texts';
import { listen, nudgeStyle } from './nudge';

const style = `
:host{all:initial;position:fixed;inset:auto 20px 20px auto;z-index:2147483000;font:15px/1.4 system-ui,sans-serif}
button{position:relative;display:grid;place-items:center;width:56px;height:56px;margin-left:auto;color:#fff;background:#2f55d4;border:0;border-radius:50%;box-shadow:0 4px 16px #0005;cursor:pointer}
button:focus-visible{outline:3px solid #2f55d4;outline-offset:3px}
svg{width:26px;fill:none;stroke:currentColor;stroke-width:1.8}
b{position:absolute;inset:-4px -4px auto auto;min-width:20px;padding:0 5px;font:600 12px/20px system-ui;background:#bf3328;border-radius:10px;box-sizing:border-box}
b:empty,output:empty{display:none}
output{position:fixed;inset:auto auto 20px 20px;display:flex;gap:12px;align-items:center;max-width:calc(100vw - 124px);padding:8px 8px 8px 16px;color:#fff;background:#1c1f26;border:1px solid #fff4;border-radius:14px;box-shadow:0 4px 16px #0005;box-sizing:border-box}
output button{flex:none;width:auto;height:36px;padding:0 14px;font:600 14px system-ui;background:#bf3328;border-radius:9px;box-shadow:none}
iframe{position:absolute;inset:auto 0 70px auto;width:min(380px,calc(100vw - 40px));height:min(600px,calc(100dvh - 110px));border:0;border-radius:14px;box-shadow:0 8px 40px #0005;background:#fff;color-scheme:light dark}
iframe[hidden]{display:none}
@media (prefers-reduced-motion:no-preference){button{transition:transform .14s}button:hover{transform:scale(1.05)}}
@media (max-width:480px){iframe{position:fixed;inset:0;width:100%;height:100dvh;border-radius:0}iframe:not([hidden])~:is(output,button){display:none}}
@media print{:host{display:none}}${nudgeStyle}`;

const script = document.currentScript as HTMLScriptElement;
const { origin } = new URL(script.src);
const language = script.dataset['lang'] ?? (document.documentElement.lang || navigator.language);
const t = textsFor(language);

// For this tab only, and only once somebody has begun to talk: the conversation, and to whom they show their page.
const keptAs = (key: string) => ({
  get: (): string | null => {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set: (value: string | null): void => {
    try {
      if (value) sessionStorage.setItem(key, value);
      else sessionStorage.removeItem(key);
    } catch {
      // Then it ends with the page.
    }
  },
});
const kept = keptAs('sluis.visit');
const showing = keptAs('sluis.showing');

function picture(): SVGSVGElement {
  const name = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(name, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(name, 'path');
  path.setAttribute('d', 'M4 20l1.3-3.9A8.4 7.6 0 1 1 9 18.9L4 20');
  svg.append(path);
  return svg;
}

const element = document.createElement('div');
const shadow = element.attachShadow({ mode: 'closed' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
shadow.adoptedStyleSheets = [sheet];
const button = document.createElement('button');
const badge = document.createElement('b');
const pill = document.createElement('output');
button.append(picture(), badge);
shadow.append(pill, button);
element.dataset['sluisPrivate'] = '';

let frame: HTMLIFrameElement | null = null;
let port: MessagePort | null = null;

// Of ours: others do not tell whether their visitor agreed.
const tracker = () => (window as { analytics?: { followed?: () => string | null } }).analytics;

function answer(news: ToFrame): void {
  port?.postMessage(news);
}

function tell(): void {
  answer({ is: 'shown', shown: frame !== null && !frame.hidden, token: kept.get(), showing: showing.get() });
}

function stop(why = ''): void {
  tellShowing(null);
  answer({ is: 'stop', why });
}

// The visitor sees it all the time, and ends it by one click.
function tellShowing(to: string | null): void {
  showing.set(to);
  pill.replaceChildren();
  if (!to) return;
  const end = document.createElement('button');
  end.textContent = t.stop;
  end.onclick = () => {
    stop();
  };
  pill.append(t.showing(to), end);
}

async function mirror(to: MessagePort | undefined): Promise<void> {
  try {
    const { mirror: begin } = (await import(/* @vite-ignore */ `${origin}/visitor/mirror.js`)) as typeof import('./mirror');
    if (to) begin(to);
  } catch {
    stop('unable');
  }
}

function hear({ data, ports }: MessageEvent<ToHost>): void {
  if (data.is === 'close') show(false);
  else if (data.is === 'token') {
    kept.set(data.token);
    if (!data.token) tellShowing(null);
  } else if (data.is === 'mirror') void mirror(ports[0]);
  else if (data.is === 'showing') tellShowing(data.to);
  else if (data.is === 'who') answer({ is: 'who', device: tracker()?.followed?.() ?? null });
  else badge.textContent = data.count > 0 ? String(data.count) : '';
}

function made(): HTMLIFrameElement {
  const made = document.createElement('iframe');
  const asked = new URLSearchParams({ host: location.origin, lang: language });
  if (script.dataset['team']) asked.set('team', script.dataset['team']);
  made.title = t.title;
  made.setAttribute('sandbox', 'allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox');
  made.src = `${origin}/visit?${asked.toString()}`;
  shadow.prepend(made);
  return made;
}

function show(shown: boolean): void {
  frame ??= made();
  frame.hidden = !shown;
  button.setAttribute('aria-expanded', String(shown));
  button.setAttribute('aria-label', shown ? t.close : t.open);
  (shown ? frame : button).focus();
  tell();
}

// The frame has no origin of its own; that it is this frame is what counts.
window.addEventListener('message', ({ source, data, ports }) => {
  if (!frame || source !== frame.contentWindow || data !== 'sluis' || !ports[0]) return;
  port = ports[0];
  port.onmessage = hear;
  tell();
});
button.addEventListener('click', () => {
  show(!frame || frame.hidden);
});
element.addEventListener('keydown', ({ key: pressed }) => {
  if (pressed === 'Escape' && frame && !frame.hidden) show(false);
});
button.setAttribute('aria-label', t.open);
button.setAttribute('aria-expanded', 'false');
document.body.append(element);
listen({
  shadow,
  texts: t,
  language: t.language,
  talk: (token) => {
    kept.set(token);
    frame?.remove();
    frame = null;
    show(true);
  },
});
// A conversation that goes on is taken along to the next page.
if (kept.get()) {
  tellShowing(showing.get());
  frame = made();
  frame.hidden = true;
}
