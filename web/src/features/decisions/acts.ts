// What a customer gets who accepts an offer. Pure.
import type { Act, Phase } from './wire';

export const acts: readonly Act[] = [
  'call_now',
  'call_back',
  'chat',
  'video',
  'appointment',
  'discount',
  'advice',
  'mail',
];

export const phases: readonly Phase[] = [
  'awareness',
  'evaluation',
  'purchase',
  'delivery',
  'after_sales',
];

// Somebody has to be there for it, now or later.
export const needsTeam = (act: Act): boolean => !['discount', 'advice', 'mail'].includes(act);

// Somebody has to be free for it at once.
export const waits = (act: Act): boolean => ['call_now', 'chat', 'video'].includes(act);
