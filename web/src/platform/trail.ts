// What the trail of a record tells: which of its fields each entry changed. Pure.
export interface Entry {
  id: string;
  ts: string;
  actor_name?: string | null | undefined;
  before: unknown;
  after: unknown;
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

// Those of the fields that a person knows by name.
export function changedFields<Field extends string>(
  fields: readonly Field[],
  { before, after }: Entry,
): Field[] {
  const [was, is] = [objectOf(before), objectOf(after)];
  return fields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
}
