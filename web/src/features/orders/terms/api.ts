// What the terms of a channel ask of the server.
import { useEdit } from '~/platform/edit';
import { api, data, queries, type Schemas } from '~/api';

export type Terms = Schemas['orders.Terms'];

const address = '/api/v1/orders/terms';
const asked = (channel: string) => ({ params: { query: { channel } } });

export const useTerms = (channel: string) =>
  queries.useQuery('get', address, asked(channel), { enabled: channel !== '' });

// Changes one of them; undone by the value that stood there.
export function useTermsEdit(terms: Terms, says: string) {
  const edit = useEdit();
  const put = (change: Partial<Terms>) => data(api.PUT(address, { body: { ...terms, ...change } }));
  return <Field extends keyof Terms>(field: Field, to: Terms[Field], from: Terms[Field]) =>
    edit({
      says,
      shows: [queries.queryOptions('get', address, asked(terms.channel)).queryKey],
      lane: terms.channel,
      send: () => put({ [field]: to }),
      undo: () => put({ [field]: from }),
    });
}
