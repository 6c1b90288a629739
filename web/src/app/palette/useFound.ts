// What the features find for what was typed. What came too late, for an older text, is dropped.
import { useEffect, useState } from 'react';
import type { Found } from '~/platform/feature';
import { useSettled } from '~/ui/form/useSettled';
import { features } from '../features';

const restMs = 120; // of typing, before the server is asked
const shortest = 2;

interface Finding {
  typed: string;
  found: readonly Found[];
}

async function findEverywhere(typed: string, signal: AbortSignal): Promise<Found[]> {
  const finders = features.flatMap(({ find }) => (find ? [find(typed, signal)] : []));
  const answers = await Promise.allSettled(finders);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}

export function useFound(typed: string): { found: readonly Found[]; searching: boolean } {
  const text = typed.trim();
  const settled = useSettled(text, restMs);
  const [finding, setFinding] = useState<Finding>({ typed: '', found: [] });
  useEffect(() => {
    if (settled.length < shortest) return undefined;
    const stop = new AbortController();
    void findEverywhere(settled, stop.signal).then((found) => {
      if (!stop.signal.aborted) setFinding({ typed: settled, found });
    });
    return () => {
      stop.abort();
    };
  }, [settled]);
  if (text.length < shortest) return { found: [], searching: false };
  // While typing on, what was found stays, so that nothing jumps.
  return { found: finding.found, searching: finding.typed !== text };
}
