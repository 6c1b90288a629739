// Users by name or address, for the palette. Who may not see users finds none.
import { api, data } from '~/api';
import type { Found } from '~/platform/feature';

const fold = (text: string) => text.toLocaleLowerCase();

export async function findUsers(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const { items } = await data(api.GET('/api/v1/access/users', { signal }));
  const wanted = fold(text);
  return items
    .filter(({ name, email }) => fold(`${name} ${email}`).includes(wanted))
    .map(({ id, name, email }) => ({
      id,
      label: name,
      hint: email,
      to: `/settings/users?user=${id}`,
    }));
}
