// What links to shops ask of the server. How they go comes without news of its own: it is asked again while
// somebody looks.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch, queries, type Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';

export type Link = Schemas['connectors.ListedConnection'];
export type LinkDraft = Schemas['connectors.ConnectionDraft'];
export type LinkChange = Schemas['connectors.ConnectionChange'];
export type System = Schemas['connectors.System'];
export type Purpose = Schemas['connectors.Purpose'];
export type Secret = Schemas['connectors.ShownSecret'];
export type Queued = Schemas['connectors.outgoing.QueuedView'];
export type Made = Schemas['connectors.outgoing.CallView'];
export type Kept = Schemas['connectors.webhooks.KeptView'];

const address = '/api/v1/connections';
const looking = { refetchInterval: 3_000 };
const of = (id: string) => ({ params: { path: { id } } });

export const useLinks = (enabled = true) => queries.useQuery('get', address, {}, { ...looking, enabled });
export const useQueue = (id: string, failed: boolean) =>
  queries.useQuery(
    'get',
    '/api/v1/connections/{id}/queue',
    { params: { path: { id }, query: { failed } } },
    looking,
  );
export const useCalls = (id: string) =>
  queries.useQuery('get', '/api/v1/connections/{id}/calls', of(id), looking);
export const useKept = (id: string) =>
  queries.useQuery('get', '/api/v1/connections/{id}/kept', of(id), looking);
export const useLocations = () => queries.useQuery('get', '/api/v1/stock/locations');

export const addLink = (body: LinkDraft) => data(api.POST(address, { body }));
export const changeLink = ({ id, version }: Link, body: LinkChange) =>
  data(
    api.PATCH('/api/v1/connections/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
  );
export const rotateSecret = (id: string, purpose: Purpose, secret?: string): Promise<Secret> =>
  data(
    api.POST('/api/v1/connections/{id}/secrets', {
      ...of(id),
      body: { purpose, ...(secret ? { secret } : {}) },
    }),
  );

const thing = (id: string, { kind, variant }: Queued) => ({ params: { path: { id, kind, variant } } });
export const tellNow = (id: string, one: Queued) =>
  data(api.POST('/api/v1/connections/{id}/queue/{kind}/{variant}', thing(id, one)));
export const dropQueued = (id: string, one: Queued) =>
  data(api.DELETE('/api/v1/connections/{id}/queue/{kind}/{variant}', thing(id, one)));
export const tellAll = (id: string) => data(api.POST('/api/v1/connections/{id}/queue', of(id)));

const kept = ({ connection, id }: Kept) => ({ params: { path: { id: connection, kept: id } } });
export const tryKept = (one: Kept) =>
  data(api.POST('/api/v1/connections/{id}/kept/{kept}/try', kept(one)));
export const dropKept = (one: Kept) =>
  data(api.DELETE('/api/v1/connections/{id}/kept/{kept}', kept(one)));

export function useRefreshLinks() {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/v1\/(connections|webhooks)/.test(String(queryKey[1])),
    });
}

// Does one thing, and says that it was done or why not.
export function useAct() {
  const { t } = useTranslation('connectors');
  const refresh = useRefreshLinks();
  const [busy, setBusy] = useState(false);
  const act = (send: () => Promise<unknown>, says: string) => {
    if (busy) return;
    setBusy(true);
    send()
      .then(() => {
        showToast(says);
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => {
        setBusy(false);
        void refresh();
      });
  };
  return { t, busy, act };
}
