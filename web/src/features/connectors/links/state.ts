// How a link goes, in one word.
import type { Tone } from '~/ui/control/Tag';
import type { Link } from './api';

export type LinkState = 'paused' | 'trouble' | 'behind' | 'told' | 'in' | 'new';

export const linkTones: Readonly<Record<LinkState, Tone>> = {
  paused: 'outline',
  trouble: 'bad',
  behind: 'warn',
  told: 'good',
  in: 'good',
  new: 'neutral',
};

const behindMs = 60_000;

export function linkState({ state, outgoing, health }: Link, now: number): LinkState {
  if (state === 'paused') return 'paused';
  const { told, waiting, oldest, failed, not_before: pausedUntil } = outgoing;
  const troubled = health.troubled && (!told || health.troubled >= told);
  if (failed > 0 || (troubled && (waiting > 0 || pausedUntil))) return 'trouble';
  if (waiting > 0 && oldest && now - Date.parse(oldest) > behindMs) return 'behind';
  if (told) return 'told';
  return health.received ? 'in' : 'new';
}
