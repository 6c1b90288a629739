// Live screens: the server tells what changed, and the queries that show it are asked again. Edits
// on their way are left in peace, so nothing jumps back under the pointer.
import type { QueryClient } from '@tanstack/react-query';
import type { Connection } from '~/ui/feedback/ConnectionBar';
import { Line } from './line';
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

// Says on the screen that the line is lost, and that it is back.
class Words {
  private word: ReturnType<typeof setTimeout> | undefined;

  lost(): void {
    this.word ??= setTimeout(() => {
      connection.set('lost');
    }, quietMs);
  }

  back(): void {
    this.stop();
    if (connection.get() !== 'lost') return;
    connection.set('back');
    setTimeout(() => {
      if (connection.get() === 'back') connection.set('live');
    }, backMs);
  }

  stop(): void {
    clearTimeout(this.word);
    this.word = undefined;
  }
}

// Listens until the returned function is called. `onBack` runs when the line was lost and is back.
export function listen(cache: QueryClient, topics: Topics, onBack: () => void): () => void {
  const words = new Words();
  let wasOpen = false;
  const hear = gatherer(cache, topics);
  const line = new Line('/api/v1/live', {
    hear: {
      fact: (told) => {
        hear(told as News);
      },
    },
    onLost: () => {
      words.lost();
    },
    onOpen: () => {
      words.back();
      if (wasOpen) {
        void cache.invalidateQueries();
        onBack();
      }
      wasOpen = true;
    },
  });
  const close = () => {
    line.close();
    words.stop();
    connection.set('live');
  };
  const wake = () => {
    if (document.visibilityState === 'visible' && connection.get() === 'lost') {
      close();
      line.open();
    }
  };
  line.open();
  window.addEventListener('online', wake);
  return () => {
    window.removeEventListener('online', wake);
    close();
  };
}
