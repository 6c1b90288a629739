// Channels for the palette.
import i18next from 'i18next';
import { api, data } from '~/api';
import type { Found } from '~/platform/feature';

const most = 6;

export async function findChannels(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const query = { search: text, limit: most };
  const page = await data(api.GET('/api/v1/channels', { params: { query }, signal }));
  return page.items.map(({ id, name, form }) => ({
    id,
    label: name,
    hint: i18next.t(`channels:forms.${form}`),
    to: `/channels?open=${id}`,
  }));
}
