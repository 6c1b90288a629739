// What is on the page of a visitor who shows it, loaded once they said so and not before. What they type is never in it,
// nor what the site marks as private, nor frames of others; addresses go without what may be private behind them.
import { record } from '@rrweb/record';
import { linksWithout, type Told } from './addresses';
import { cut, packed } from './pieces';
import { blocked, shownText, typed } from './private';

const everyMs = 200;
const heldMost = 3_000_000; // in letters: who falls behind further takes a picture anew

// From the frame: take a picture anew, the batch arrived, nobody looks for now, it is over.
export type ToMirror = 'anew' | 'sent' | 'rest' | 'stop';
// To the frame: pieces of a batch; nothing where there is more on the page than can be shown.
export type FromMirror = string[] | null;

export function mirror(port: MessagePort): void {
  let stop: (() => void) | undefined;
  let picture = '';
  let batch = 0;
  let held: string[] = [];
  let size = 0;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rest = (): void => {
    stop?.();
    stop = undefined;
    clearTimeout(timer);
    timer = undefined;
    held = [];
    size = 0;
  };
  const later = (): void => {
    timer ??= setTimeout(() => void flush(), everyMs);
  };
  const begin = (): void => {
    rest();
    busy = false;
    picture = crypto.randomUUID().replaceAll('-', '');
    batch = 0;
    stop = record({
      emit: (event) => {
        const told = JSON.stringify(linksWithout(event as Told, (id) => record.mirror.getNode(id)?.nodeName ?? ''));
        held.push(told);
        size += told.length;
        later();
      },
      blockSelector: blocked,
      // Every kind of field: what is not named here would be shown.
      maskInputOptions: { input: true, textarea: true, select: true } as object,
      maskInputFn: typed,
      maskTextSelector: '[contenteditable]:not([contenteditable="false"])',
      maskTextFn: (text, element) => shownText(text, element),
      slimDOMOptions: 'all',
      inlineStylesheet: true,
      sampling: { mousemove: 50, scroll: 150 },
      errorHandler: () => true, // the page of the shop is never disturbed
    });
  };
  const flush = async (): Promise<void> => {
    timer = undefined;
    if (busy || held.length === 0) return;
    if (batch > 0 && size > heldMost) {
      begin();
      return;
    }
    busy = true;
    const told = `[${held.join()}]`;
    const of = picture;
    held = [];
    size = 0;
    const text = await packed(told);
    if (of !== picture || !stop) return;
    const pieces: FromMirror = cut(picture, batch, text);
    batch += 1;
    port.postMessage(pieces);
    if (!pieces) rest();
  };
  port.onmessage = ({ data }: MessageEvent<ToMirror>) => {
    if (data === 'anew') begin();
    else if (data === 'sent') {
      busy = false;
      if (held.length > 0) later();
    } else {
      rest();
      if (data === 'stop') port.close();
    }
  };
  begin();
}
