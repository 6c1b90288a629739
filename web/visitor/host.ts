// The page that this frame stands in. Everything goes over one port, offered to exactly that page; a page opened by
// itself has none.
export type ToHost =
  | { is: 'close' }
  | { is: 'token'; token: string | null }
  | { is: 'unread'; count: number };
export type ToFrame = { is: 'shown'; shown: boolean; token: string | null };

export interface Host {
  tell: (news: ToHost) => void;
  onTold: (hear: (news: ToFrame) => void) => void;
}

export function findHost(origin: string | null): Host {
  if (window.parent === window || !origin) return { tell: () => undefined, onTold: () => undefined };
  const { port1: own, port2: theirs } = new MessageChannel();
  return {
    tell: (news) => {
      own.postMessage(news);
    },
    onTold: (hear) => {
      own.onmessage = ({ data }: MessageEvent<ToFrame>) => {
        hear(data);
      };
      // Only now, so that nothing is missed. A page of another origin than it says does not get it.
      window.parent.postMessage('sluis', origin, [theirs]);
    },
  };
}
