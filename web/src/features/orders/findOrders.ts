// Orders for the palette, by reference, name, e-mail address or SKU.
import i18next from 'i18next';
import { api, data } from '~/api';
import type { Found } from '~/platform/feature';

const most = 6;

export async function findOrders(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const query = { search: text, limit: most };
  const { items } = await data(api.GET('/api/v1/orders', { params: { query }, signal }));
  return items.map(({ id, reference, buyer, state }) => ({
    id,
    label: reference,
    hint: [buyer, i18next.t(`orders:states.${state}`)].filter(Boolean).join(', '),
    to: `/orders?open=${id}`,
  }));
}
