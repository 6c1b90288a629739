// The typed client of Sluis. Types come from the server's own description of its API; whatever goes
// wrong is thrown as a Problem.
import createClient from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import type { Problem } from './problem';
import type { components, paths } from './schema';
import { transport } from './transport';

export type Schemas = components['schemas'];
export type Page<T> = { items: T[]; next?: string | null };

// `await data(api.POST('/api/v1/channels', { body }))` sends; `queries.useQuery('get', '/api/v1/…')` reads.
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: transport });
export const queries = createQueries(api);

// The body of an answer.
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

export interface Versioned<T> {
  value: T;
  version: number;
}

const versionIn = (etag: string) => Number(etag.replace(/\D/g, ''));

// The body of an answer with the version that its ETag names.
export async function versioned<T>(
  answer: Promise<{ data?: T; response: Response }>,
): Promise<Versioned<T>> {
  const { data: value, response } = await answer;
  return { value: value as T, version: versionIn(response.headers.get('ETag') ?? '') };
}

// The header that says which version was changed: { params: { header: ifMatch(3) } }.
export const ifMatch = (version: number) => ({ 'If-Match': `"${String(version)}"` });

// Options of queries.useInfiniteQuery for lists that come in pages. Who asks for the same address with
// useQuery would find pages where it expects an answer: ask in one way everywhere.
export const paged = {
  pageParamName: 'after',
  initialPageParam: null, // left out of the address; undefined would mean 0
  getNextPageParam: (last: Page<unknown>) => last.next ?? undefined,
};

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem;
  }
}
