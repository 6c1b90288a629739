import { useEffect } from 'react';

// When what called this goes away, the focus goes back to where it was before.
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // After the page has changed: the focus may have been put somewhere on purpose.
      setTimeout(() => {
        const lost = document.activeElement === document.body;
        if (lost && before instanceof HTMLElement && before.isConnected) {
          before.focus({ preventScroll: true });
        }
      });
    };
  }, []);
}
