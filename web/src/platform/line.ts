// A line along which the server tells things as they happen. When it is lost it is opened again: by the browser,
// or by us when it was refused, each time after a longer wait.
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

export interface Listener {
  // The name of what is told → what to do with it.
  hear: Readonly<Record<string, (told: unknown) => void>>;
  onOpen?: () => void;
  onLost: () => void;
}

export class Line {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = firstRetryMs;

  constructor(
    private readonly address: string,
    private readonly listener: Listener,
  ) {}

  open(): void {
    const { hear, onOpen, onLost } = this.listener;
    const source = new EventSource(this.address);
    this.source = source;
    source.addEventListener('open', () => {
      this.retryMs = firstRetryMs;
      onOpen?.();
    });
    for (const [name, tell] of Object.entries(hear)) {
      source.addEventListener(name, (event) => {
        tell(JSON.parse(String(event.data)));
      });
    }
    source.addEventListener('error', () => {
      onLost();
      // The browser tries again by itself unless it was refused.
      if (source.readyState === EventSource.CLOSED) this.openLater();
    });
  }

  close(): void {
    this.source?.close();
    clearTimeout(this.timer);
  }

  private openLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.open();
    }, this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, longestRetryMs);
  }
}
