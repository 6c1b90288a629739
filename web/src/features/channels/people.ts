// Who can own a channel: the people who work here. A partner is not told who they are.
import { queries } from '~/api';
import { mayDo, useMe } from '~/platform/session';
import type { Option } from '~/ui/form/Select';

export interface People {
  options: readonly Option[];
  // Whether the names are there.
  ready: boolean;
  nameOf: (id: string | null | undefined) => string;
}

export function usePeople(): People {
  const staff = !mayDo(useMe(), ['partner']);
  const query = { staleTime: 60_000, enabled: staff };
  const { data } = queries.useQuery('get', '/api/v1/access/people', {}, query);
  const people = data?.items ?? [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    ready: !staff || data !== undefined,
    options: people
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (id) => (id && staff ? (names.get(id) ?? '…') : ''),
  };
}
