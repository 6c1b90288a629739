// What follows from a delivery that is expected. Pure.
import type { Incoming } from '../wire';

export const toCome = ({ quantity, received }: Pick<Incoming, 'quantity' | 'received'>): number =>
  Math.max(0, quantity - received);

// What nobody has been promised yet, but for what stays so.
export const toPromise = (one: Pick<Incoming, 'quantity' | 'received' | 'promised' | 'kept'>): number =>
  Math.max(0, toCome(one) - one.promised - one.kept);

// The day on which it was to come has gone by.
export const isLate = ({ state, expected }: Pick<Incoming, 'state' | 'expected'>, now: number): boolean =>
  state === 'expected' && Date.parse(expected) < now;
