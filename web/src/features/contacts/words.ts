// What contacts are and what comes of them, as choices, pictures and colours.
import {
  IconBuildingStore,
  IconFlame,
  IconMessage,
  IconMicrophone,
  IconPhoneCall,
  IconPhoneIncoming,
} from '@tabler/icons-react';
import type { Tone } from '~/ui/control/Tag';
import type { Break, Kind, Outcome, State } from './wire';

export const kindIcons = {
  call: IconMicrophone,
  chat: IconMessage,
  call_back: IconPhoneCall,
  store_request: IconBuildingStore,
  prospect: IconFlame,
  telephone: IconPhoneIncoming,
} as const satisfies Record<Kind, unknown>;

export const stateTones: Record<State, Tone> = {
  waiting: 'warn',
  offered: 'accent',
  active: 'good',
  wrap_up: 'warn',
  ended: 'neutral',
  abandoned: 'outline',
  missed: 'outline',
};

// In the order of their keys: 1, 2, 3 …
export const outcomes: readonly Outcome[] = [
  'helped',
  'sold',
  'quoted',
  'follow_up',
  'not_helped',
  'nobody',
  'other',
];

export const breaks: readonly Break[] = ['pause', 'lunch', 'meeting', 'training', 'technical'];

// What is said in it is written down here.
export const isWritten = (kind: Kind) => kind === 'chat' || kind === 'store_request' || kind === 'prospect';
export const isSpoken = (kind: Kind) => !isWritten(kind);
export const isOver = (state: State) => state === 'ended' || state === 'abandoned' || state === 'missed';
