// The channel that stands at a location, such as a store: who works there sees this channel and this stock.
import { useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch } from '~/api';
import { type Channel, useChannelNames } from '~/platform/channels';

const say = ({ id, version }: Channel, location: string | null) =>
  data(
    api.PATCH('/api/v1/channels/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: { location },
    }),
  );

export function useChannelOf(location: string | undefined) {
  const cache = useQueryClient();
  const { list } = useChannelNames();
  const now = location === undefined ? undefined : list.find((one) => one.location === location);
  return {
    options: list
      .filter(({ kind, state }) => kind === 'physical' && state !== 'ended')
      .map(({ id, name }) => ({ value: id, label: name })),
    current: now?.id ?? '',
    // Makes the chosen channel stand here, and no other one.
    settle: async (place: string, chosen: string) => {
      if (chosen === (now?.id ?? '')) return;
      const next = list.find(({ id }) => id === chosen);
      if (now) await say(now, null);
      if (next) await say(next, place);
      await cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/channels'),
      });
    },
  };
}
