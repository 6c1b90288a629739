// What the screen asks of the server.
import { api, data, paged, queries, type Schemas } from '~/api';

export type Standing = Schemas['value.Standing'];
export type Model = Schemas['value.ModelOut'];
export type Check = Schemas['value.Check'];
export type Many = Schemas['value.ManyChannels'];
export type Cell = Schemas['value.Cell'];
export type CustomerWorth = Schemas['value.Worth'];
export type ChannelWorth = Schemas['value.ChannelWorth'];
export type ShareOf = Schemas['value.ShareOf'];
export type Recommended = Schemas['panel.ChannelRecommended'];

export interface Chosen {
  recency?: number;
  frequency?: number;
  channel?: string;
}

const lookEveryMs = 1_500;
const pageSize = 100;

export const useStanding = () =>
  queries.useQuery(
    'get',
    '/api/v1/value/model',
    {},
    { refetchInterval: ({ state }) => (state.data?.fitting ? lookEveryMs : false) },
  );

export const useGrid = () => queries.useQuery('get', '/api/v1/value/grid', {});

export const useChannelWorth = () => queries.useQuery('get', '/api/v1/value/channels', {});

// What customers of each channel say when they are asked.
export const useRecommended = () => queries.useQuery('get', '/api/v1/panel/recommended', {});

export const useCustomers = (chosen: Chosen) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/value/customers',
    { params: { query: { ...chosen, limit: pageSize } } },
    paged,
  );

export const beginFit = () => data(api.POST('/api/v1/value/fits'));

export const cancelFit = (id: string) =>
  data(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } }));

export function fileOf(what: 'customers' | 'channels', form: 'csv' | 'xlsx', chosen: Chosen = {}): string {
  const query = new URLSearchParams(Object.entries(chosen).map(([key, value]) => [key, String(value)]));
  return `/api/v1/value/${what}/${form}?${query}`;
}
