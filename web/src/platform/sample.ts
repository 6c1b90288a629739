// The sample company: whether there is one, how it comes and goes. It fills an empty home only, and leaves
// with one click.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, data, queries, type Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';

export type SampleState = Schemas['simulator.SampleState'];

const address = '/api/v1/sample';
const askMs = 1_500;

const isBusy = (state: SampleState | null | undefined) => state === 'loading' || state === 'removing';

export interface Sample {
  state: SampleState | null;
  customers: number;
  load: () => Promise<void>;
  remove: () => Promise<void>;
}

export function useSample(): Sample {
  const cache = useQueryClient();
  const { data: view } = queries.useQuery('get', address, {}, {
    staleTime: Infinity,
    refetchInterval: (query) => (isBusy(query.state.data?.state) ? askMs : false),
  });
  const state = view?.state ?? null;
  const before = useRef(state);
  useEffect(() => {
    // Everything on every screen is another now.
    if (isBusy(before.current) && !isBusy(state)) void cache.invalidateQueries();
    before.current = state;
  }, [cache, state]);
  const send = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      showToast(problemOf(error).message, { tone: 'bad' });
    }
    await cache.invalidateQueries({ queryKey: ['get', address] });
  };
  return {
    state,
    customers: view?.customers ?? 0,
    load: () => send(data(api.POST(address, { body: {} }))),
    remove: () => send(data(api.DELETE(address))),
  };
}
