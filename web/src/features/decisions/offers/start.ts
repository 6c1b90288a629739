// What a new offer begins with: words for the visitor in both languages, and limits that suit what it brings.
import type { Act, OfferDraft, Texts } from '../wire';
import words from './start.json';

export const startTexts = (act: Act): Texts => words[act];

// People who come are a while in hand: they are not asked again soon.
const limits: Record<Act, Pick<OfferDraft, 'wait_most_s' | 'cap_times' | 'cap_days'>> = {
  call_now: { wait_most_s: 30, cap_times: 2, cap_days: 7 },
  call_back: { cap_times: 2, cap_days: 14 },
  chat: { wait_most_s: 30, cap_times: 3, cap_days: 7 },
  video: { wait_most_s: 60, cap_times: 2, cap_days: 14 },
  appointment: { cap_times: 2, cap_days: 30 },
  discount: { cap_times: 1, cap_days: 30 },
  advice: { cap_times: 3, cap_days: 7 },
  mail: { cap_times: 1, cap_days: 14 },
};

export const startLimits = (act: Act) => limits[act];
