// The day that it is in the zone of the company.
import { useSyncExternalStore } from 'react';
import { useFormats } from '~/ui/text/locale';

const minuteMs = 60_000;

function everyMinute(tell: () => void) {
  const timer = setInterval(tell, minuteMs);
  return () => {
    clearInterval(timer);
  };
}

// Also on a screen that is left on over midnight.
export function useToday(): string {
  const formats = useFormats();
  return useSyncExternalStore(everyMinute, () => formats.dayOf(Date.now()));
}
