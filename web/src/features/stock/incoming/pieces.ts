// What follows from a delivery that is expected. Pure.
import type { Incoming } from '../wire';

export const toCome = ({ quantity, received }: Pick<Incoming, 'quantity' | 'received'>): number =>
  Math.max(0, quantity - received);

// The day on which it was to come has gone by.
export const isLate = ({ state, expected }: Pick<Incoming, 'state' | 'expected'>, now: number): boolean =>
  state === 'expected' && Date.parse(expected) < now;
