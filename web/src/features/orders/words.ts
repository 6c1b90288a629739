// States as choices and as colours, and what happened in words.
import type { TFunction } from 'i18next';
import type { Tone } from '~/ui/control/Tag';
import type { Option } from '~/ui/form/Select';
import type { DeliveryState, Order, State } from './wire';

type Words = TFunction<'orders'>;

const states: readonly State[] = [
  'placed',
  'confirmed',
  'partly_fulfilled',
  'fulfilled',
  'partly_returned',
  'returned',
  'cancelled',
];

export const stateTones: Record<State, Tone> = {
  placed: 'warn',
  confirmed: 'accent',
  partly_fulfilled: 'accent',
  fulfilled: 'good',
  partly_returned: 'neutral',
  returned: 'neutral',
  cancelled: 'outline',
};

export const deliveryTones: Record<DeliveryState, Tone> = {
  asked: 'warn',
  accepted: 'accent',
  on_its_way: 'neutral',
  ready: 'accent',
  done: 'good',
  declined: 'outline',
  cancelled: 'outline',
};

export const stateOptions = (t: Words): Option[] =>
  states.map((value) => ({ value, label: t(`states.${value}`) }));

const told = [
  'placed',
  'paid',
  'confirmed',
  'accepted',
  'prepared',
  'sent',
  'arrived',
  'declined',
  'fulfilled',
  'cancelled',
  'returned',
  'refunded',
  'return_announced',
  'received',
  'withdrawn',
  'not_collected',
  'resourced',
  'went_missing',
] as const;

// What a newer server tells of stays as it says it.
export function happened(t: Words, what: string): string {
  const known = told.find((one) => one === what);
  return known ? t(`happened.${known}`) : what.replaceAll('_', ' ');
}

export const ways = ['card', 'cash', 'transfer', 'other'] as const;

// Whether an act may be done with the order as it is.
export const may = ({ acts }: Order, act: Order['acts'][number]) => acts.includes(act);

export const isWithdrawn = ({ timeline }: Pick<Order, 'timeline'>) => timeline.some(({ what }) => what === 'withdrawn');
