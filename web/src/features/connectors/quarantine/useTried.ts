// What taking in would give with these repairs, tried a moment after each change.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Problem, problemOf } from '~/api/problem';
import { useSettled } from '~/ui/form/useSettled';
import { type Group, tryRepairs } from '../api';
import type { Repair, Replayed } from '../wire';

export interface Tried {
  data: Replayed | undefined;
  problem: Problem | null;
}

export function useTried(group: Group, repairs: readonly Repair[]): Tried {
  const asked = JSON.stringify(repairs);
  const settled = useSettled(asked);
  const { data, error } = useQuery({
    // Beside the counts, so that it is asked again when they are.
    queryKey: ['trial', '/api/v1/events/quarantine/trial', group, settled],
    queryFn: ({ signal }) => tryRepairs(group, JSON.parse(settled) as Repair[], signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { data: error ? undefined : data, problem: error ? problemOf(error) : null };
}
