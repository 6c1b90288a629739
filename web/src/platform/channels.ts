// What other screens show of channels: their names, and the colour that each form keeps in the whole app.
import { useQuery } from '@tanstack/react-query';
import { api, data, paged, type Schemas } from '~/api';
import type { Series } from '~/ui/control/Dot';

export type Form = Schemas['channels.Form'];
export type Channel = Schemas['channels.Listed'];

// Every form, and the colour that it keeps in the whole app.
const series: Record<Form, Series> = {
  website: 1,
  webshop: 1,
  portal: 1,
  other_internet: 1,
  app: 4,
  social: 4,
  email: 4,
  ai_agent: 4,
  marketplace: 5,
  store: 2,
  pop_up: 2,
  shop_in_shop: 2,
  event: 2,
  other_physical: 2,
  contact_centre: 3,
  telesales: 3,
  chat: 3,
  other_one_to_one: 3,
  field_sales: 6,
  wholesaler: 5,
  retailer: 5,
  distributor: 5,
  importer: 5,
  franchise: 5,
  other_reseller: 5,
  advertising: 'other',
  television: 'other',
  radio: 'other',
  outdoor: 'other',
  other_mass: 'other',
  mailing: 'other',
  leaflet: 'other',
  catalogue: 'other',
  other_direct_mail: 'other',
};

export const forms = Object.keys(series) as readonly Form[];
export const seriesOf = (form: Form): Series => series[form];

export interface ChannelNames {
  list: readonly Channel[];
  ready: boolean;
  nameOf: (id: string) => string;
  seriesOf: (id: string) => Series;
}

const address = '/api/v1/channels';
const limit = 500;

async function everyChannel(): Promise<Channel[]> {
  const found: Channel[] = [];
  for (let after = paged.initialPageParam as string | null; ; ) {
    const query = { limit, ...(after === null ? {} : { after }) };
    const page = await data(api.GET(address, { params: { query } }));
    found.push(...page.items);
    if (!page.next) return found;
    after = page.next;
  }
}

// Of all channels, also those that have ended: what happened on them stays. A key of its own, for its
// answer is not in pages.
export function useChannelNames(): ChannelNames {
  const { data: list = none, isSuccess } = useQuery({
    queryKey: ['names', address],
    queryFn: everyChannel,
  });
  const find = (id: string) => list.find((channel) => channel.id === id);
  return {
    list,
    ready: isSuccess,
    nameOf: (id) => find(id)?.name ?? '…',
    seriesOf: (id) => {
      const channel = find(id);
      return channel ? series[channel.form] : 'other';
    },
  };
}

const none: readonly Channel[] = [];
