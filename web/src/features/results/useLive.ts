// Live figures: while events come in, what is shown is asked again as soon as they are in the figures, and
// not more often than anybody can read.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveEvents } from '~/platform/liveEvents';
import { journeys, measures } from './api';

const shippedMs = 1_500; // after it came in, an event is in the figures
const restMs = 5_000;

// How many events came in during the last second.
export function useLive(): number {
  const cache = useQueryClient();
  const rates = useLiveEvents();
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const events = [...rates.values()].reduce((sum, rate) => sum + rate, 0);
  // Each second tells anew, also when as many came in as before.
  useEffect(() => {
    if (events === 0) return;
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        asked.current = Date.now();
        void cache.invalidateQueries({
          predicate: ({ queryKey }) => [measures, journeys].some((all) => String(queryKey[1]).startsWith(all)),
        });
      },
      Math.max(shippedMs, asked.current + restMs - Date.now()),
    );
  }, [cache, rates, events]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return events;
}
