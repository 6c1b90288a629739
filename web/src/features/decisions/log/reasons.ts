// Why something was offered, or nothing. Pure.
import type { Tone } from '~/ui/control/Tag';
import type { Decision, Explained, Reason } from '../wire';

// Those that the log holds; the others are answered and not kept.
export const keptReasons: readonly Reason[] = ['chosen', 'nothing_pays', 'held_out', 'stopped'];

export const tones: Record<Reason, Tone> = {
  chosen: 'good',
  nothing_pays: 'neutral',
  held_out: 'accent',
  stopped: 'outline',
  switched_off: 'outline',
  placement_unknown: 'warn',
  visitor_unknown: 'warn',
  starting: 'warn',
  store_slow: 'warn',
};

export type Came = 'bought' | 'accepted' | 'dismissed' | 'shown' | 'nothing';

// The furthest that it came with the customer.
export function cameOf({ orders, accepted, dismissed, shown }: Decision): Came {
  if (orders > 0) return 'bought';
  if (accepted) return 'accepted';
  if (dismissed) return 'dismissed';
  return shown ? 'shown' : 'nothing';
}

// What was drawn first, then what was expected to bring most, then what a gate stopped.
export const inOrder = (offers: readonly Explained[]): Explained[] =>
  [...offers].sort(
    (a, b) =>
      Number(b.drawn) - Number(a.drawn) ||
      Number(Boolean(a.gate)) - Number(Boolean(b.gate)) ||
      (b.gain ?? 0) - (a.gain ?? 0),
  );
