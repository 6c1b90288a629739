// Live figures: while events come in, what is shown is asked again as soon as they are in the figures, and
// not more often than anybody can read.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { measures } from './api';

const shippedMs = 1_500; // after it came in, an event is in the figures
const restMs = 5_000;

interface Second {
  channels: { events: number }[];
}

// How many events came in during the last second.
export function useLive(): number {
  const cache = useQueryClient();
  const [now, setNow] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const ask = () => {
      timer = undefined;
      asked = Date.now();
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith(measures),
      });
    };
    const source = new EventSource('/api/v1/events/live');
    source.addEventListener('second', (event) => {
      const { channels } = JSON.parse(String(event.data)) as Second;
      const events = channels.reduce((sum, channel) => sum + channel.events, 0);
      setNow(events);
      if (events > 0) timer ??= setTimeout(ask, Math.max(shippedMs, asked + restMs - Date.now()));
    });
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [cache]);
  return now;
}
