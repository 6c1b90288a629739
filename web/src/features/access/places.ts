// Stores and partners that a user can be of. A channel with a place of its own stands for it: a store for
// its location, a reseller or shop-in-shop for the partner who runs it.
import { api, data, ifMatch, paged, queries, type Schemas } from '~/api';
import type { Role } from '~/platform/session';
import type { Option } from '~/ui/form/Select';

type Channel = Schemas['channels.Listed'];

// The roles that see one place only, and the field that names it.
export const placeFields = { store: 'location', partner: 'partner' } as const;
export type PlaceRole = keyof typeof placeFields;

export const placeRoleOf = (roles: readonly Role[]): PlaceRole | undefined =>
  roles.find((role): role is PlaceRole => role in placeFields);

const standsFor: Record<PlaceRole, (channel: Channel) => boolean> = {
  store: ({ kind, location }) => kind === 'physical' || !!location,
  partner: ({ kind, form, partner }) =>
    kind === 'reseller' || form === 'shop_in_shop' || form === 'marketplace' || !!partner,
};

// The number of the first channel of a place is the number of the place.
const prefixes = { store: 'loc', partner: 'par' } as const;
const placeOf = (channel: Channel, role: PlaceRole): string =>
  channel[placeFields[role]] ?? channel.id.replace('chn', prefixes[role]);

export interface Places {
  options: readonly Option[];
  nameOf: (place: string) => string;
  // Makes sure that a channel says that it is of this place.
  settle: (place: string) => Promise<void>;
}

export function usePlaces(role: PlaceRole | undefined): Places {
  // In pages, as whoever else asks for this address does: the answers are kept together.
  const { data: found } = queries.useInfiniteQuery(
    'get',
    '/api/v1/channels',
    { params: { query: { limit: 500 } } },
    { ...paged, enabled: role !== undefined },
  );
  const channels = found?.pages.flatMap(({ items }) => items) ?? [];
  const names = new Map<string, string[]>();
  const unsettled = new Map<string, Channel>();
  for (const channel of role ? channels.filter(standsFor[role]) : []) {
    const place = placeOf(channel, role as PlaceRole);
    names.set(place, [...(names.get(place) ?? []), channel.name]);
    if (!channel[placeFields[role as PlaceRole]]) unsettled.set(place, channel);
  }
  return {
    options: [...names].map(([value, list]) => ({ value, label: list.join(', ') })),
    nameOf: (place) => names.get(place)?.join(', ') ?? '',
    settle: async (place) => {
      const channel = unsettled.get(place);
      if (!role || !channel) return;
      const params = { path: { id: channel.id }, header: ifMatch(channel.version) };
      const body = { [placeFields[role]]: place };
      await data(api.PATCH('/api/v1/channels/{id}', { params, body }));
    },
  };
}

// The name of the place of somebody who has one.
export function usePlaceNames() {
  const stores = usePlaces('store');
  const partners = usePlaces('partner');
  return ({ location, partner }: { location?: string | null; partner?: string | null }) =>
    location ? stores.nameOf(location) : partner ? partners.nameOf(partner) : '';
}
