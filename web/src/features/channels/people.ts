// Who can own a channel: the people who work here, as far as the reader may see them.
import { queries } from '~/api';
import { mayDo, useMe } from '~/platform/session';
import type { Option } from '~/ui/form/Select';

export interface People {
  options: readonly Option[];
  nameOf: (id: string | null | undefined) => string;
}

export function usePeople(): People {
  const me = useMe();
  const { data } = queries.useQuery(
    'get',
    '/api/v1/access/users',
    {},
    { enabled: mayDo(me, ['admin']), staleTime: 60_000 },
  );
  const users = data?.items.filter((user) => user.active) ?? [me];
  const names = new Map((data?.items ?? [me]).map((user) => [user.id, user.name]));
  return {
    options: users.map((user) => ({ value: user.id, label: user.name })),
    nameOf: (id) => (id ? (names.get(id) ?? '…') : ''),
  };
}
