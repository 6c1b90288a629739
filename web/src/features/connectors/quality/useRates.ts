// How many events come in on each channel just now, second by second.
import { useEffect, useState } from 'react';

interface Second {
  channels: readonly { channel: string; events: number; orders: number }[];
}

export type Rates = ReadonlyMap<string, number>;

const none: Rates = new Map();

export function useRates(): Rates {
  const [rates, setRates] = useState(none);
  useEffect(() => {
    const line = new EventSource('/api/v1/events/live');
    line.addEventListener('second', (event) => {
      const { channels } = JSON.parse(String(event.data)) as Second;
      setRates(new Map(channels.map(({ channel, events }) => [channel, events])));
    });
    return () => {
      line.close();
    };
  }, []);
  return rates;
}
