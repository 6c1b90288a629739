// How many events came in on each channel during the last second; none while the line is lost.
import { useEffect, useState } from 'react';
import { Line } from './line';

interface Second {
  channels: readonly { channel: string; events: number }[];
}

export type Rates = ReadonlyMap<string, number>;

const none: Rates = new Map();

export function useLiveEvents(): Rates {
  const [rates, setRates] = useState(none);
  useEffect(() => {
    const line = new Line('/api/v1/events/live', {
      hear: {
        second: (told) => {
          const { channels } = told as Second;
          setRates(new Map(channels.map(({ channel, events }) => [channel, events])));
        },
      },
      onLost: () => {
        setRates(none);
      },
    });
    line.open();
    return () => {
      line.close();
    };
  }, []);
  return rates;
}
