// What the app calls the fixed choices of files and mappings.
import type { TFunction } from 'i18next';
import type { Tone } from '~/ui/control/Tag';
import type { Option } from '~/ui/form/Select';
import type { FieldName, Import, Test } from './wire';

export type Words = TFunction<'imports'>;

export const dates = ['iso', 'dmy', 'mdy', 'ymd', 'excel', 'unix_s', 'unix_ms'] as const;
export const decimals = ['point', 'comma'] as const;
export const tests: readonly Test[] = [
  'is',
  'is_not',
  'starts_with',
  'starts_not_with',
  'contains',
  'contains_not',
  'empty',
  'filled',
  'above',
  'below',
];

// Tests that look at the cell alone.
export const isAlone = (test: Test) => test === 'empty' || test === 'filled';

export const fieldNames: readonly FieldName[] = [
  'kind',
  'ts',
  'channel',
  'order',
  'part',
  'product',
  'quantity',
  'revenue',
  'cost',
  'currency',
  'user',
  'email',
  'phone',
  'card',
  'device',
  'marketplace',
  'session_code',
  'phase',
  'campaign',
  'duration_s',
  'message_id',
];

export const stateTones: Record<Import['state'], Tone> = {
  running: 'accent',
  done: 'good',
  stopped: 'warn',
  failed: 'bad',
};

export const options = <Value extends string>(
  values: readonly Value[],
  labelOf: (value: Value) => string,
): Option[] => values.map((value) => ({ value, label: labelOf(value) }));

// "card K-100" as people call it.
export function identityName(identity: string, t: Words): string {
  const [kind = '', ...value] = identity.split(' ');
  const field = fieldNames.find((name) => name === kind);
  return `${field ? t(`fields.${field}`).toLocaleLowerCase() : kind} ${value.join(' ')}`;
}
