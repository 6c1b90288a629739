// What a product says per channel and language, and its pictures.
import { useEdit } from '~/platform/edit';
import { api, data, ifMatch, queries, type Schemas } from '~/api';
import { transport } from '~/api/transport';
import { productKey } from '../api';

export type Content = Schemas['catalog.ContentView'];
export type Wording = Schemas['catalog.Wording'];
export type PlacedPicture = Schemas['catalog.PlacedPicture'];
export type Picture = Schemas['catalog.Picture'];
export type ContentChange = Schemas['catalog.ContentChange'];

const address = '/api/v1/catalog/products/{id}/content';
const key = (id: string) => ['get', address, { params: { path: { id } } }] as const;

export const largestPicture = 10 * 1024 * 1024;
export const pictureForms = 'image/png,image/jpeg,image/webp,image/gif';
export const pictureAddress = (name: string) => `/api/v1/catalog/pictures/${name}`;

export const useContent = (id: string) => queries.useQuery('get', address, { params: { path: { id } } });

const read = (id: string): Promise<Content> => data(api.GET(address, { params: { path: { id } } }));

const patch = (id: string, version: number, body: ContentChange): Promise<Content> =>
  data(api.PATCH(address, { params: { path: { id }, header: ifMatch(version) }, body }));

export async function sendPicture(file: File): Promise<Picture> {
  const request = new Request(`${window.location.origin}/api/v1/catalog/pictures`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return (await transport(request)).json() as Promise<Picture>;
}

// Each change is of the version that is on the screen, so that nobody's work is written over unseen.
export function useContentEdit() {
  const edit = useEdit();
  return (from: Content, to: ContentChange, says: string) =>
    edit({
      says,
      shows: [key(from.product), productKey(from.product)],
      lane: from.product,
      send: () => patch(from.product, from.version, to),
      undo: async () =>
        patch(from.product, (await read(from.product)).version, {
          texts: from.texts,
          pictures: from.pictures,
        }),
    });
}
