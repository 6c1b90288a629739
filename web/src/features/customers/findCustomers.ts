// Customers by name, address or number, for the palette. Who may not see names finds none.
import { api, data } from '~/api';
import { Problem } from '~/api/problem';
import type { Found } from '~/platform/feature';

const most = 6;

export async function findCustomers(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const query = { search: text, limit: most };
  try {
    const { items } = await data(api.GET('/api/v1/customers/search', { params: { query }, signal }));
    return items.map(({ id, name, identities }) => ({
      id,
      label: name || (identities[0]?.value ?? id),
      hint: identities.map(({ value }) => value).join(', '),
      to: `/customers?open=${id}`,
    }));
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return [];
    throw error;
  }
}
