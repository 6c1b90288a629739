// How sure it is that somebody is who they seem to be. Pure.
import type { Schemas } from '~/api';
import type { Contact } from '../wire';

type Identity = Pick<Schemas['identities.Identity'], 'id' | 'kind' | 'verified'>;

export const sures = ['sure', 'likely', 'said'] as const;
export type Sure = (typeof sures)[number];

// An address or a number that somebody typed proves nothing; an exchange tells the number it sees; a spoken code,
// an account and a card lead to one device or person.
export function sureness({ identity, kind }: Pick<Contact, 'identity' | 'kind'>, known: readonly Identity[]): Sure {
  const seen = known.find(({ id }) => id === identity);
  if (!seen) return 'said';
  if (seen.kind === 'email') return 'said';
  if (seen.kind === 'phone') return kind === 'telephone' ? 'likely' : 'said';
  return seen.verified ? 'sure' : 'likely';
}
