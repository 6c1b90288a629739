// What an entry of the trail says of a segment. Pure.
export interface Entry {
  id: string;
  ts: string;
  actor_name?: string | null | undefined;
  before: unknown;
  after: unknown;
}

const fields = ['name', 'description', 'rule', 'owner', 'archived'] as const;

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export function changedFields({ before, after }: Entry) {
  const [was, is] = [objectOf(before), objectOf(after)];
  return fields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
}
