// Changing users: one field at a time, at once on the screen, to be undone for a while.
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch, type Page, type Schemas } from '~/api';
import { useEdit } from '~/platform/edit';

export type User = Schemas['access.User'];
export type UserPatch = Schemas['access.UserPatch'];

export const usersAddress = '/api/v1/access/users';
const usersKey = ['get', usersAddress] as const;

export const readUser = (id: string) =>
  data(api.GET('/api/v1/access/users/{id}', { params: { path: { id } } }));

const send = (user: User, body: UserPatch) =>
  data(
    api.PATCH('/api/v1/access/users/{id}', {
      params: { path: { id: user.id }, header: ifMatch(user.version) },
      body,
    }),
  );

export const sendLatest = async (id: string, body: UserPatch) => send(await readUser(id), body);

type Pages = InfiniteData<Page<User>>;

const patched = (pages: Pages | undefined, id: string, patch: UserPatch): Pages | undefined =>
  pages && {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((user) =>
        user.id === id ? ({ ...user, ...patch } as User) : user,
      ),
    })),
  };

export interface UserEdit {
  label: string; // of what is changed
  to: UserPatch;
  // What stood there when the person began; somebody else's value may have come in since.
  from?: UserPatch;
  // What stands there, in words, for the choice between two people's values.
  words: (user: User) => string;
  // Done before the change is sent.
  first?: () => Promise<void>;
}

// Gives the problem, or null when all went well.
export function useUserEdit() {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const edit = useEdit();
  return (user: User, { label, to, from, words, first }: UserEdit) => {
    const there = Object.fromEntries(
      Object.keys(to).map((field) => [field, user[field as keyof User] ?? null]),
    ) as UserPatch;
    const back = from ?? there;
    const changed = JSON.stringify(back) !== JSON.stringify(there);
    return edit({
      says: t('changed', { field: label }),
      shows: [usersKey],
      lane: user.id,
      optimistic: () => {
        cache.setQueriesData<Pages>({ queryKey: usersKey }, (pages) => patched(pages, user.id, to));
      },
      send: async () => {
        await first?.();
        // Version 0 is never there: what came in meanwhile has to be asked about.
        return send(changed ? { ...user, version: 0 } : user, to);
      },
      undo: () => sendLatest(user.id, back),
      clash: {
        field: label,
        before: words({ ...user, ...back } as User),
        mine: words({ ...user, ...to } as User),
        theirs: async () => words(await readUser(user.id)),
        keepMine: () => sendLatest(user.id, to),
      },
    });
  };
}
