// What this feature asks of the server. Counts of events come without news of their own: they are asked again
// while somebody looks.
import { useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, queries, type Schemas } from '~/api';
import type { Repair, Replayed, Source, SourceChange } from './wire';

const lookEveryMs = 5_000;
const looking = { refetchInterval: lookEveryMs };

export const useSources = () => queries.useQuery('get', '/api/v1/sources', {}, looking);
export const useFreshness = () => queries.useQuery('get', '/api/v1/events/freshness', {}, looking);
export const useCoverage = () => queries.useQuery('get', '/api/v1/events/coverage', {}, looking);
export const useCounts = (enabled = true) =>
  queries.useQuery('get', '/api/v1/events/quarantine/counts', {}, { ...looking, enabled });

export const makeKey = (body: Schemas['access.KeyDraft']) =>
  data(api.POST('/api/v1/access/keys', { body }));

export const addSource = (body: Schemas['events.SourceDraft']): Promise<Source> =>
  data(api.POST('/api/v1/sources', { body }));

export const changeSource = ({ id, version }: Source, body: SourceChange): Promise<Source> =>
  data(api.PATCH('/api/v1/sources/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export type Group = Pick<Schemas['events.QuarantineInput'], 'source' | 'reason' | 'kind'>;

// The most that one request takes.
const part = 500;

export const tryRepairs = (
  group: Group,
  repairs: readonly Repair[],
  signal: AbortSignal,
): Promise<Replayed> =>
  data(
    api.POST('/api/v1/events/quarantine/trial', {
      body: { ...group, repairs: [...repairs], limit: part },
      signal,
    }),
  );

// All of a group, part by part; `onPart` hears how many were looked at so far.
export async function replayAll(
  group: Group,
  repairs: readonly Repair[],
  onPart: (done: number) => void,
): Promise<Replayed> {
  const sum = { looked_at: 0, accepted: 0, duplicates: 0, waiting: 0 };
  let after: string | null | undefined;
  do {
    const done: Replayed = await data(
      api.POST('/api/v1/events/quarantine/replay', {
        body: { ...group, repairs: [...repairs], limit: part, ...(after ? { after } : {}) },
      }),
    );
    sum.looked_at += done.looked_at;
    sum.accepted += done.accepted;
    sum.duplicates += done.duplicates;
    sum.waiting += done.waiting;
    onPart(sum.looked_at);
    after = done.next;
  } while (after);
  return sum;
}

export async function dropAll(group: Group, onPart: (done: number) => void): Promise<number> {
  let dropped = 0;
  for (;;) {
    const done = await data(
      api.POST('/api/v1/events/quarantine/drop', { body: { ...group, limit: part } }),
    );
    dropped += done.dropped;
    onPart(dropped);
    if (done.dropped < part) return dropped;
  }
}

export function useRefresh() {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/v1\/(sources|events)/.test(String(queryKey[1])),
    });
}
