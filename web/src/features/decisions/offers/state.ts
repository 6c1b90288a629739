// Whether an offer is made at a moment, and if not, why. Pure.
import type { Tone } from '~/ui/control/Tag';
import type { Offer, Placement } from '../wire';

export const states = ['running', 'nowhere', 'planned', 'ended', 'off'] as const;
export type OfferState = (typeof states)[number];

export const tones: Record<OfferState, Tone> = {
  running: 'good',
  nowhere: 'warn',
  planned: 'accent',
  ended: 'outline',
  off: 'outline',
};

export const placesOf = (offer: string, placements: readonly Placement[]): Placement[] =>
  placements.filter(({ offers }) => offers.includes(offer));

export function stateOf(
  { active, from, until }: Pick<Offer, 'active' | 'from' | 'until'>,
  places: readonly Pick<Placement, 'active'>[],
  now: number,
): OfferState {
  if (!active) return 'off';
  if (until && Date.parse(until) <= now) return 'ended';
  if (from && Date.parse(from) > now) return 'planned';
  return places.some((place) => place.active) ? 'running' : 'nowhere';
}
