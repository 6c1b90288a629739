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

export interface UserEdit<Field extends keyof UserPatch & keyof User> {
  field: Field;
  label: string;
  value: User[Field];
  shown?: (value: User[Field]) => string;
}

// Gives the problem, or null when all went well.
export function useUserEdit() {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const edit = useEdit();
  return <Field extends keyof UserPatch & keyof User>(user: User, change: UserEdit<Field>) => {
    const { field, label, value, shown = String } = change;
    const to = { [field]: value } as UserPatch;
    const back = { [field]: user[field] } as UserPatch;
    return edit({
      says: t('changed', { field: label }),
      shows: [usersKey],
      lane: user.id,
      optimistic: () => {
        cache.setQueriesData<Pages>({ queryKey: usersKey }, (pages) => patched(pages, user.id, to));
      },
      send: () => send(user, to),
      undo: () => sendLatest(user.id, back),
      clash: {
        field: label,
        before: shown(user[field]),
        mine: shown(value),
        theirs: async () => shown((await readUser(user.id))[field]),
        keepMine: () => sendLatest(user.id, to),
      },
    });
  };
}
