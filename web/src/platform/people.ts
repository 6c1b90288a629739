// The people who work here, by name. A partner is not told who they are.
import { queries } from '~/api';
import { mayDo, useMe } from './session';
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

// Whoever did something: a person by name; a program or the command line as it calls itself.
export function useActorName(): (actor: string) => string {
  const people = usePeople();
  return (actor) => (actor.startsWith('usr_') ? people.nameOf(actor) : actor);
}
