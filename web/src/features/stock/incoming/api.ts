// What deliveries that are expected ask of the server.
import { api, data, ifMatch, paged, queries, type Schemas } from '~/api';
import type { IncomingFilter } from '../search';
import type { Incoming } from '../wire';

const address = '/api/v1/stock/incoming';
const of = (id: string) => ({ params: { path: { id } } });

export const useIncoming = (state: IncomingFilter, limit: number) =>
  queries.useInfiniteQuery(
    'get',
    address,
    { params: { query: { limit, ...(state === 'all' ? {} : { state }) } } },
    paged,
  );

export const expectDelivery = (body: Schemas['stock.IncomingDraft']) => data(api.POST(address, { body }));

export const changeDelivery = ({ id, version }: Incoming, body: Schemas['stock.IncomingChange']) =>
  data(
    api.PATCH('/api/v1/stock/incoming/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
  );

// Of the earliest delivery there that has room for all of it.
export const backOrder = ({ variant, location }: Incoming, quantity: number, reference: string) =>
  data(
    api.POST('/api/v1/stock/back-orders', {
      body: { variant, location, quantity, purpose: 'order', reference },
    }),
  );

export const arrive = (id: string, quantity: number) =>
  data(api.POST('/api/v1/stock/incoming/{id}/arrivals', { ...of(id), body: { quantity } }));
