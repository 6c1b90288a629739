// The page that this frame stands in. Everything goes over one port, offered to exactly that page; a page opened by
// itself has none.
export type ToHost =
  | { is: 'close' }
  | { is: 'token'; token: string | null }
  | { is: 'unread'; count: number }
  | { is: 'who' };
export type ToFrame =
  | { is: 'shown'; shown: boolean; token: string | null }
  // As the tracker of the page calls this browser; nothing where the visitor did not agree to be followed.
  | { is: 'who'; device: string | null };

type Shown = Extract<ToFrame, { is: 'shown' }>;

export interface Host {
  tell: (news: ToHost) => void;
  onTold: (hear: (news: Shown) => void) => void;
  device: () => Promise<string | null>;
}

// A page that was opened before an upgrade has a launcher that does not answer.
const answerMs = 300;

export function findHost(origin: string | null): Host {
  if (window.parent === window || !origin) {
    return { tell: () => undefined, onTold: () => undefined, device: () => Promise.resolve(null) };
  }
  const { port1: own, port2: theirs } = new MessageChannel();
  let answered: (device: string | null) => void = () => undefined;
  return {
    tell: (news) => {
      own.postMessage(news);
    },
    onTold: (hear) => {
      own.onmessage = ({ data }: MessageEvent<ToFrame>) => {
        if (data.is === 'who') answered(data.device);
        else hear(data);
      };
      // Only now, so that nothing is missed. A page of another origin than it says does not get it.
      window.parent.postMessage('sluis', origin, [theirs]);
    },
    device: () =>
      new Promise((resolve) => {
        answered = resolve;
        own.postMessage({ is: 'who' } satisfies ToHost);
        setTimeout(() => {
          resolve(null);
        }, answerMs);
      }),
  };
}
