// Who can own a channel: the people who work here.
import { queries } from '~/api';
import type { Option } from '~/ui/form/Select';

export interface People {
  options: readonly Option[];
  nameOf: (id: string | null | undefined) => string;
}

export function usePeople(): People {
  const { data } = queries.useQuery('get', '/api/v1/access/people', {}, { staleTime: 60_000 });
  const people = data?.items ?? [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    options: people
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (id) => (id ? (names.get(id) ?? '…') : ''),
  };
}
