// What an entry of the trail says of a channel.
export interface Entry {
  id: string;
  ts: string;
  actor_name?: string | null | undefined;
  before: unknown;
  after: unknown;
}

const fields = [
  'name',
  'form',
  'state',
  'phases',
  'goal',
  'owner',
  'reach',
  'reach_note',
  'currency',
  'costs',
  'targets',
  'checks',
  'own_traits',
  'links',
  'notes',
] as const;
export type KnownField = (typeof fields)[number];

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export function versionOf({ after }: Entry): number | undefined {
  const { version } = objectOf(after);
  return typeof version === 'number' ? version : undefined;
}

export function changedFields({ before, after }: Entry): KnownField[] {
  const was = objectOf(before);
  const is = objectOf(after);
  return fields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
}
