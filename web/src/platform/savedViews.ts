// The saved views of a screen, kept by the server: a person's own and those shared with all.
import { useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, queries, type Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import { showToast } from '~/ui/feedback/toasts';
import type { GridView, SavedView } from '~/ui/grid/types';
import { readView } from '~/ui/grid/view';
import { useMe } from './session';

type Stored = Schemas['views.View'];

export interface SavedViews<View = GridView> {
  saved: readonly SavedView<View>[];
  // The id of the new view, or null when it could not be saved.
  create: (name: string, shared: boolean, view: View) => Promise<string | null>;
  update: (view: SavedView<View>) => void;
  remove: (view: SavedView<View>) => void;
}

// The views of a grid, from where it starts.
export const useSavedViews = (screen: string, start: GridView): SavedViews =>
  useViewsOf(screen, (state) => readView(state, start));

// The views of a screen whose state `read` makes of what was saved, perhaps by an older app.
export function useViewsOf<View extends object>(
  screen: string,
  read: (state: unknown) => View,
): SavedViews<View> {
  const me = useMe();
  const cache = useQueryClient();
  const query = queries.queryOptions('get', '/api/v1/views', { params: { query: { screen } } });
  const { data: found } = queries.useQuery('get', '/api/v1/views', {
    params: { query: { screen } },
  });
  const stored = found?.items ?? [];
  const bodyOf = (name: string, shared: boolean, state: View) => ({
    screen,
    name,
    shared,
    state: state as Record<string, unknown>,
  });

  const send = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      showToast(problemOf(error).message, { tone: 'bad' });
      return null;
    } finally {
      await cache.invalidateQueries({ queryKey: query.queryKey });
    }
  };
  const versionOf = (id: string) => stored.find((view) => view.id === id)?.version ?? 0;
  const params = (id: string) => ({ path: { id }, header: ifMatch(versionOf(id)) });

  return {
    saved: stored.map((view: Stored) => ({
      id: view.id,
      name: view.name,
      shared: view.shared,
      mine: view.owner === me.id,
      view: read(view.state),
    })),
    create: async (name, shared, view) => {
      const made = await send(
        data(api.POST('/api/v1/views', { body: bodyOf(name, shared, view) })),
      );
      return made?.id ?? null;
    },
    update: ({ id, name, shared, view }) => {
      void send(
        data(
          api.PUT('/api/v1/views/{id}', { params: params(id), body: bodyOf(name, shared, view) }),
        ),
      );
    },
    remove: ({ id }) => {
      void send(data(api.DELETE('/api/v1/views/{id}', { params: { path: { id } } })));
    },
  };
}
