// Whether the screen that began something is still shown when it ends: nobody is taken away from another one.
import { useCallback, useEffect, useRef } from 'react';

export function useStillHere(): () => boolean {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return useCallback(() => here.current, []);
}
