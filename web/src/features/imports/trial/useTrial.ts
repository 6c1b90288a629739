// What the first rows of a file would give with a mapping, tried again a moment after each change.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, data } from '~/api';
import { type Problem, problemOf } from '~/api/problem';
import { useSettled } from '~/ui/form/useSettled';
import type { Mapping, Trial } from '../wire';

export interface TrialState {
  data: Trial | undefined;
  // Why the mapping cannot be tried.
  problem: Problem | null;
  // It does not say yet when things happened.
  lacking: boolean;
  busy: boolean;
}

// Without a moment there is nothing to try, and the person is still saying what it is.
export const canBeTried = ({ all, events }: Mapping): boolean =>
  events.length > 0 && events.every(({ ts }) => (ts ?? all?.ts ?? '') !== '');

// What a mapping is called changes nothing of what it gives.
const bodyOf = (mapping: Mapping) =>
  JSON.stringify({ mapping: { ...mapping, name: 'trial', title: 'trial', needs: [] } });

// Once the import has begun the file may be gone at any moment: nothing is tried any more.
export function useTrial(file: string, mapping: Mapping, begun: boolean): TrialState {
  const body = bodyOf(mapping);
  const settled = useSettled(body);
  const enabled = canBeTried(mapping);
  const { data: trial, error, isFetching } = useQuery({
    queryKey: ['trial', file, settled],
    queryFn: ({ signal }) =>
      data(
        api.POST('/api/v1/imports/files/{id}/trial', {
          params: { path: { id: file } },
          body: JSON.parse(settled) as { mapping: Mapping },
          signal,
        }),
      ),
    enabled: enabled && !begun,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
  });
  return {
    data: error || !enabled ? undefined : trial,
    problem: error && enabled ? problemOf(error) : null,
    lacking: !enabled,
    busy: isFetching || body !== settled,
  };
}
