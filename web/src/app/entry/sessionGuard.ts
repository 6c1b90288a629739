// Notices that the session ended in the middle of something, and holds what was being sent until
// somebody has signed in again.
import { useEffect } from 'react';
import { onSessionLost } from '~/api/session';
import { createStore } from '~/platform/store';

// Set while the session is lost; call it once it is back.
export const sessionLost = createStore<(() => void) | null>(null);

export function useSessionGuard(): void {
  useEffect(() => {
    onSessionLost(
      () =>
        new Promise((resolve) => {
          sessionLost.set(() => {
            sessionLost.set(null);
            resolve();
          });
        }),
    );
    return () => {
      onSessionLost(null);
    };
  }, []);
}
