// A value once it has stayed as it is for a moment: what somebody types, before the server is asked about it.
import { useEffect, useState } from 'react';

export function useSettled<Value>(value: Value, pauseMs = 350): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, pauseMs]);
  return settled;
}
