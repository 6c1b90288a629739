// Many products changed at once.
import { api, data, paged, queries, type Schemas } from '~/api';

export type EditChange = Schemas['catalog.EditChange'];
export type EditPreview = Schemas['catalog.EditPreview'];
export type EditLine = Schemas['catalog.EditLine'];
export type Edit = Schemas['catalog.Edit'];
export type Undone = Schemas['catalog.Undone'];

interface Draft {
  products: string[];
  change: EditChange;
}

export const previewEdit = (body: Draft): Promise<EditPreview> =>
  data(api.POST('/api/v1/catalog/edits/preview', { body }));

export const carryOut = (body: Draft): Promise<Edit> => data(api.POST('/api/v1/catalog/edits', { body }));

export const undoEdit = (id: string): Promise<Undone> =>
  data(api.POST('/api/v1/catalog/edits/{id}/undo', { params: { path: { id } } }));

export const useEdits = () => queries.useInfiniteQuery('get', '/api/v1/catalog/edits', {}, paged);
