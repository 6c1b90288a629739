// Live screens: the server tells what changed, and the queries that show it are asked again. Edits
// on their way are left in peace, so nothing jumps back under the pointer.
import type { QueryClient } from '@tanstack/react-query';
import type { Connection } from '~/ui/feedback/ConnectionBar';
import { createStore } from './store';

export const connection = createStore<Connection>('live');

// Topic → the beginnings of the addresses whose answers it makes old: channels → /api/v1/channels.
export type Topics = Readonly<Record<string, readonly string[]>>;

// What several features show of one topic, together.
export function allTopics(lists: readonly Topics[]): Topics {
  const all: Record<string, string[]> = {};
  for (const [topic, addresses] of lists.flatMap((topics) => Object.entries(topics))) {
    (all[topic] ??= []).push(...addresses);
  }
  return all;
}

interface News {
  topic: string;
  id?: string | null;
}

const quietMs = 3_000; // a line that is back sooner was never worth a word
const backMs = 2_500;
const gatherMs = 120;
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

const addressOf = (queryKey: readonly unknown[]) =>
  typeof queryKey[1] === 'string' ? queryKey[1] : '';

// The queries of these addresses, asked again once what is being edited has been sent.
function refresh(cache: QueryClient, addresses: ReadonlySet<string>): void {
  void cache.invalidateQueries({
    predicate: ({ queryKey }) => {
      const address = addressOf(queryKey);
      return [...addresses].some((start) => address.startsWith(start));
    },
  });
}

function gatherer(cache: QueryClient, topics: Topics) {
  const old = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    refresh(cache, new Set(old));
    old.clear();
  };
  return (news: News) => {
    const [capability = ''] = news.topic.split('.');
    topics[capability]?.forEach((address) => old.add(address));
    if (old.size > 0) timer ??= setTimeout(flush, gatherMs);
  };
}

class Line {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private word: ReturnType<typeof setTimeout> | undefined;
  private retryMs = firstRetryMs;
  private wasOpen = false;

  constructor(
    private readonly hear: (news: News) => void,
    private readonly onBack: () => void,
  ) {}

  open(): void {
    const source = new EventSource('/api/v1/live');
    this.source = source;
    source.addEventListener('open', () => {
      this.isBack();
    });
    source.addEventListener('fact', (event) => {
      this.hear(JSON.parse(String(event.data)) as News);
    });
    source.addEventListener('error', () => {
      this.isLost();
      // The browser tries again by itself unless it was refused.
      if (source.readyState === EventSource.CLOSED) this.openLater();
    });
  }

  close(): void {
    this.source?.close();
    clearTimeout(this.timer);
    clearTimeout(this.word);
    this.word = undefined;
    connection.set('live');
  }

  private openLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.open();
    }, this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, longestRetryMs);
  }

  private isLost(): void {
    this.word ??= setTimeout(() => {
      connection.set('lost');
    }, quietMs);
  }

  private isBack(): void {
    clearTimeout(this.word);
    this.word = undefined;
    this.retryMs = firstRetryMs;
    if (this.wasOpen) this.onBack();
    this.wasOpen = true;
    if (connection.get() !== 'lost') return;
    connection.set('back');
    setTimeout(() => {
      if (connection.get() === 'back') connection.set('live');
    }, backMs);
  }
}

// Listens until the returned function is called. `onBack` runs when the line was lost and is back.
export function listen(cache: QueryClient, topics: Topics, onBack: () => void): () => void {
  const line = new Line(gatherer(cache, topics), () => {
    void cache.invalidateQueries();
    onBack();
  });
  const wake = () => {
    if (document.visibilityState === 'visible' && connection.get() === 'lost') {
      line.close();
      line.open();
    }
  };
  line.open();
  window.addEventListener('online', wake);
  return () => {
    window.removeEventListener('online', wake);
    line.close();
  };
}
