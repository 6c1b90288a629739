// Draws the page of a visitor for who helps them, in a frame of its own at the desk. Pieces come over one port from the
// page that this stands in. What is drawn stands in a frame without scripts, and nothing in it can be clicked.
import { Replayer } from '@rrweb/replay';
import { Joiner, unpacked } from './pieces';

// To the desk: a picture is needed anew, or which page is shown.
export type FromMirrored = { is: 'lost' } | { is: 'page'; title: string; address: string };

interface Event {
  type: number;
  timestamp: number;
  data: { href?: string; width?: number; height?: number; node?: Node; source?: number };
}
interface Node {
  tagName?: string;
  textContent?: string;
  childNodes?: Node[];
}

const enum Type {
  picture = 2,
  change = 3,
  page = 4,
}
const resized = 4;
const root = document.createElement('main');
document.body.append(root);
const joiner = new Joiner();
let replayer: Replayer | null = null;
let view = { width: 1, height: 1 };
let page: Event | null = null;
let moment = 0;

// As large as there is room for, and never larger than the visitor sees it.
function fit(): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const scale = Math.min(1, clientWidth / view.width, clientHeight / view.height);
  const left = (clientWidth - view.width * scale) / 2;
  root.style.transform = `translateX(${String(Math.max(0, left))}px) scale(${String(scale)})`;
}

// A picture is drawn from nothing, so that what came before takes no memory.
function drawAnew(): void {
  replayer?.destroy();
  root.replaceChildren();
  replayer = new Replayer([], { root, liveMode: true, mouseTail: false, triggerFocus: false, showWarning: false });
  moment = Date.now();
  replayer.startLive(moment);
}

function titleIn(node: Node | undefined): string {
  if (!node) return '';
  if (node.tagName === 'title') return node.childNodes?.map(({ textContent }) => textContent ?? '').join('') ?? '';
  for (const child of node.childNodes ?? []) {
    const title = titleIn(child);
    if (title) return title;
  }
  return '';
}

function draw(event: Event, port: MessagePort): void {
  // Clocks differ: all of it happens now, one after the other.
  moment = Math.max(moment + 1, Date.now());
  event.timestamp = moment;
  const { width, height, href, node } = event.data;
  if (event.type === Type.page) page = event;
  if (event.type === Type.page || (event.type === Type.change && event.data.source === resized)) {
    view = { width: width ?? view.width, height: height ?? view.height };
    fit();
  }
  if (event.type === Type.picture && page) {
    drawAnew();
    const at = Math.max(moment + 1, Date.now());
    replayer?.addEvent({ ...page, timestamp: at } as never);
    event.timestamp = at + 1;
    moment = at + 1;
    const told: FromMirrored = { is: 'page', title: titleIn(node), address: page.data.href ?? href ?? '' };
    port.postMessage(told);
  }
  if (event.type !== Type.page) replayer?.addEvent(event as never);
}

function lost(port: MessagePort): void {
  port.postMessage({ is: 'lost' } satisfies FromMirrored);
}

async function take(piece: string, port: MessagePort): Promise<void> {
  const joined = joiner.take(piece);
  if (joined === 'lost') lost(port);
  if (typeof joined === 'string') return;
  try {
    for (const event of JSON.parse(await unpacked(joined.text)) as Event[]) draw(event, port);
  } catch {
    lost(port);
  }
}

// One after the other, as unpacking takes its time.
let last = Promise.resolve();
window.addEventListener('message', ({ source, origin, ports: [port] }) => {
  if (source !== window.parent || origin !== location.origin || !port) return;
  port.onmessage = ({ data }: MessageEvent<string>) => {
    last = last.then(() => take(data, port));
  };
});
window.addEventListener('resize', fit);
