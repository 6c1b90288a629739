// What this feature asks of the server.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, data, ifMatch, paged, queries } from '~/api';
import type { Job, Kept, Mapping } from './wire';

export const jobKind = 'imports.import';
export const isUnderWay = ({ state }: Job) => state === 'queued' || state === 'running';

const list = '/api/v1/imports';
const lookEveryMs = 1_000;

// In pages: whoever else asks for this address does the same.
export const useImports = () =>
  queries.useInfiniteQuery('get', list, { params: { query: { limit: 50 } } }, paged);

export const useWaitingFiles = () => queries.useQuery('get', '/api/v1/imports/files');
export const useMappings = () => queries.useQuery('get', '/api/v1/imports/mappings');
export const usePresets = () =>
  queries.useQuery('get', '/api/v1/imports/presets', {}, { staleTime: Infinity });

// What a file looks like does not change, so it has a key that no news makes old: a file that has just been
// imported is not asked for again.
export const useFile = (id: string) =>
  useQuery({
    queryKey: ['file', id],
    queryFn: () => data(api.GET('/api/v1/imports/files/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
    retry: false,
  });

// The imports that are under way, asked again while there are any.
export function useJobs(): readonly Job[] {
  const { data: found } = queries.useQuery(
    'get',
    '/api/v1/jobs',
    { params: { query: { limit: 50 } } },
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some((job) => job.kind === jobKind && isUnderWay(job))
          ? lookEveryMs
          : false,
    },
  );
  return useMemo(() => found?.items.filter(({ kind }) => kind === jobKind) ?? [], [found]);
}

export const startImport = (file: string, mapping: Mapping) =>
  data(api.POST('/api/v1/imports', { body: { file, mapping } }));

export const cancelJob = (id: string) =>
  data(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } }));

export const discardFile = (id: string) =>
  data(api.DELETE('/api/v1/imports/files/{id}', { params: { path: { id } } }));

export const keepMapping = (body: Mapping): Promise<Kept> =>
  data(api.POST('/api/v1/imports/mappings', { body }));

export const changeMapping = ({ id, version }: Kept, body: Mapping): Promise<Kept> =>
  data(
    api.PUT('/api/v1/imports/mappings/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body,
    }),
  );

export const removeMapping = ({ id, version }: Kept) =>
  data(
    api.DELETE('/api/v1/imports/mappings/{id}', {
      params: { path: { id }, header: ifMatch(version) },
    }),
  );

// All that shows imports is asked again.
export function useRefresh() {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/v1\/(imports|jobs)/.test(String(queryKey[1])),
    });
}
