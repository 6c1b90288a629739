// How long somebody waits, and how long is left, counting.
import { useNow } from '~/platform/useNow';
import type { Formats } from '~/ui/text/formats';

// '0:42', '12:05', '1:02:03'.
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

// As a share of the time that there was.
export function left(from: string, until: string, now: number): number {
  const [begin, end] = [Date.parse(from), Date.parse(until)];
  return end <= begin ? 0 : Math.min(1, Math.max(0, (end - now) / (end - begin)));
}

// Of today only the time.
export const shortMoment = (formats: Formats, moment: string) =>
  formats.dayOf(moment) === formats.dayOf(Date.now()) ? formats.time(moment) : formats.dateTime(moment);

const secondMs = 1_000;

export const useClock = (): number => useNow(secondMs);
