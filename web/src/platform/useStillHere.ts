// Whether the screen that began something is still shown when it ends: nobody is taken away from another one, nor
// from the way to it.
import { useCallback, useEffect, useRef } from 'react';

const addressNow = () => window.location.pathname;

export function useStillHere(): () => boolean {
  const here = useRef<string | null>(null);
  useEffect(() => {
    here.current = addressNow();
    return () => {
      here.current = null;
    };
  }, []);
  // The address changes first; the screen stays until the next one has been loaded.
  return useCallback(() => here.current === addressNow(), []);
}
