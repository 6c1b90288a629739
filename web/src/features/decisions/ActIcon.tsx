// The sign of what an offer brings.
import {
  IconBook2,
  IconCalendarEvent,
  IconDiscount2,
  IconMail,
  IconMessageCircle,
  IconPhone,
  IconPhoneIncoming,
  IconVideo,
} from '@tabler/icons-react';
import type { Act } from './wire';

const icons = {
  call_now: IconPhone,
  call_back: IconPhoneIncoming,
  chat: IconMessageCircle,
  video: IconVideo,
  appointment: IconCalendarEvent,
  discount: IconDiscount2,
  advice: IconBook2,
  mail: IconMail,
} as const;

export function ActIcon({ act, size = 17 }: { act: Act; size?: number }) {
  const Icon = icons[act];
  return <Icon size={size} stroke={1.7} aria-hidden />;
}
