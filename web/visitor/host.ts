// The page that this frame stands in. Everything goes over one port, offered to exactly that page; a page opened by
// itself has none.
export type ToHost =
  | { is: 'close' }
  | { is: 'token'; token: string | null }
  | { is: 'unread'; count: number }
  | { is: 'who' }
  | { is: 'mirror' } // with the port to which the page goes
  | { is: 'showing'; to: string | null }; // to whom it is shown, for as long as it is
export type ToFrame =
  | { is: 'shown'; shown: boolean; token: string | null; showing?: string | null }
  | { is: 'stop'; why: string } // the page is not shown any more: the visitor said so, or it cannot be
  // As the tracker of the page calls this browser; nothing where the visitor did not agree to be followed.
  | { is: 'who'; device: string | null };

type Shown = Extract<ToFrame, { is: 'shown' }>;

export interface Host {
  isThere: boolean;
  isShown: () => boolean; // this frame
  tell: (news: ToHost) => void;
  onTold: (hear: (news: Shown) => void) => void;
  device: () => Promise<string | null>;
  // What happens on the page goes to this port from now on.
  mirror: (to: MessagePort) => void;
  // To whom it was shown before this page.
  shownTo: () => string | null;
  onStop: (hear: (why: string) => void) => void;
}

const nobody: Host = {
  isThere: false,
  isShown: () => true,
  tell: () => undefined,
  onTold: () => undefined,
  device: () => Promise.resolve(null),
  mirror: () => undefined,
  shownTo: () => null,
  onStop: () => undefined,
};

// A page that was opened before an upgrade has a launcher that does not answer.
const answerMs = 300;

export function findHost(origin: string | null): Host {
  if (window.parent === window || !origin) return nobody;
  const { port1: own, port2: theirs } = new MessageChannel();
  let answered: (device: string | null) => void = () => undefined;
  let stopped: (why: string) => void = () => undefined;
  let shownTo: string | null = null;
  let shown = true;
  return {
    isThere: true,
    isShown: () => shown,
    tell: (news) => {
      own.postMessage(news);
    },
    onTold: (hear) => {
      own.onmessage = ({ data }: MessageEvent<ToFrame>) => {
        if (data.is === 'who') answered(data.device);
        else if (data.is === 'stop') stopped(data.why);
        else {
          ({ shown } = data);
          shownTo = data.showing ?? null;
          hear(data);
        }
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
    mirror: (to) => {
      own.postMessage({ is: 'mirror' } satisfies ToHost, [to]);
    },
    shownTo: () => shownTo,
    onStop: (hear) => {
      stopped = hear;
    },
  };
}
