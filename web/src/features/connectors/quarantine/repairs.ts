// Repairs of what waits: which fields there are, and which one a reason points at. Pure.
import type { Quarantined, Repair } from '../wire';

export const fields = [
  'kind',
  'ts',
  'channel',
  'currency',
  'revenue',
  'quantity',
  'cost',
  'order',
  'part',
  'product',
  'campaign',
  'message_id',
  'identities',
] as const;
export type Field = (typeof fields)[number];

export const isField = (name: string): name is Field => fields.some((field) => field === name);

const propertyMark = 'props/';
export const isProperty = (name: string) => name.startsWith(propertyMark);
export const propertyOf = (name: string) => name.slice(propertyMark.length);
export const asProperty = (name: string) => propertyMark + name;

// What is wrong with an event is most often mended where it points: '/identities/0/value' is 'identities'.
export function pointedAt({ pointer }: Pick<Quarantined, 'pointer'>): string {
  const [first = '', ...rest] = pointer.split('/').slice(1);
  if (first === 'props' && rest.length > 0) return asProperty(rest.join('/'));
  return isField(first) ? first : 'kind';
}

// A new repair of a field; identities can only be left out.
export const repairOf = (field: string): Repair =>
  field === 'identities' ? { field, to: null } : { field, to: '' };

// While a value is being typed there is nothing to try.
export const isComplete = ({ field, to }: Repair) =>
  field !== '' && field !== 'props/' && to !== '' && to !== undefined;

// What a field holds in the draft of an event, as it would be typed; empty when nothing.
export function valueIn(draft: unknown, field: string): string {
  const steps = isProperty(field) ? ['props', propertyOf(field)] : [field];
  let value: unknown = draft;
  for (const step of steps) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
