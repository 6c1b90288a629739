import { useSyncExternalStore } from 'react';

const query = '(max-width: 820px)';

// Whether the phone layout is on: a different layout, not a squeezed one.
export function usePhone(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', tell);
      return () => {
        media.removeEventListener('change', tell);
      };
    },
    () => window.matchMedia(query).matches,
  );
}
