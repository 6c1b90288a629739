// States and VAT classes, as choices and as colours.
import type { TFunction } from 'i18next';
import type { Tone } from '~/ui/control/Tag';
import type { Option } from '~/ui/form/Select';
import type { State, VatClass } from './wire';

type Words = TFunction<'catalog'>;

const states: readonly State[] = ['draft', 'on_sale', 'ended'];
const vatClasses: readonly VatClass[] = [
  'standard',
  'reduced',
  'second_reduced',
  'zero',
  'exempt',
  'lodging',
];

export const stateTones: Record<State, Tone> = { draft: 'neutral', on_sale: 'good', ended: 'outline' };

export const stateOptions = (t: Words): Option[] =>
  states.map((value) => ({ value, label: t(`states.${value}`) }));

export const vatOptions = (t: Words): Option[] =>
  vatClasses.map((value) => ({ value, label: t(`vatClasses.${value}`) }));
