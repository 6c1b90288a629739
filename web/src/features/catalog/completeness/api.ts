// What each channel needs of products, and how many have it.
import { useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, queries, type Schemas } from '~/api';
import { useEdit } from '~/platform/edit';
import { productsKey } from '../api';

export type Completeness = Schemas['catalog.Completeness'];

const list = '/api/v1/catalog/completeness';
const key = ['get', list] as const;

export const useCompleteness = () => queries.useQuery('get', list);

const put = (channel: string, version: number, needs: string[]) =>
  data(
    api.PUT('/api/v1/catalog/requirements/{channel}', {
      params: { path: { channel }, header: ifMatch(version) },
      body: { needs },
    }),
  );

export function useNeedsEdit() {
  const edit = useEdit();
  const cache = useQueryClient();
  return (from: Completeness, needs: string[], says: string) =>
    edit({
      says,
      shows: [key, productsKey],
      lane: from.channel,
      send: async () => {
        const saved = await put(from.channel, from.version, needs);
        await cache.invalidateQueries({ queryKey: key });
        return saved;
      },
      undo: (saved) => put(from.channel, saved.version, from.needs),
    });
}
