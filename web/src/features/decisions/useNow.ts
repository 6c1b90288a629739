// The moment at which a screen was opened: good enough to tell which offers are being made.
import { useState } from 'react';

export function useNow(): number {
  const [now] = useState(() => Date.now());
  return now;
}
