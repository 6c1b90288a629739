// Kinds of locations and states of reservations, as choices and as colours.
import type { TFunction } from 'i18next';
import type { Tone } from '~/ui/control/Tag';
import type { Option } from '~/ui/form/Select';
import type { Location, LocationKind, ReservationState } from './wire';

type Words = TFunction<'stock'>;

const kinds: readonly LocationKind[] = ['warehouse', 'store', 'pop_up', 'partner', 'in_transit'];

export const kindOptions = (t: Words): Option[] =>
  kinds.map((value) => ({ value, label: t(`kinds.${value}`) }));

export const stateTones: Record<ReservationState, Tone> = {
  held: 'accent',
  waiting: 'warn',
  fulfilled: 'good',
  released: 'neutral',
  expired: 'neutral',
  broken: 'bad',
};

export const locationOptions = (locations: readonly Location[]): Option[] =>
  locations.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
