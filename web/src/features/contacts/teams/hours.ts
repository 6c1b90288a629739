// Opening hours as people write them, a day at a time: "9:00-12:30, 13:00-18:00". Pure.
import type { Team } from '../wire';

type Opening = Team['hours'][number];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export const hoursOn = (hours: readonly Opening[], weekday: number): string =>
  hours
    .filter((opening) => opening.weekday === weekday)
    .map(({ from, to }) => `${from}-${to}`)
    .join(', ');

const part = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?$/;
const clock = (hours: string, minutes = '00') => `${hours.padStart(2, '0')}:${minutes}`;

// What was typed for a day; null when it cannot be read.
export function openingsOf(text: string, weekday: number): Opening[] | null {
  const found: Opening[] = [];
  for (const piece of text.split(',').map((one) => one.trim()).filter(Boolean)) {
    const [, from, fromMinutes, to, toMinutes] = part.exec(piece) ?? [];
    if (from === undefined || to === undefined) return null;
    found.push({ weekday, from: clock(from, fromMinutes), to: clock(to, toMinutes) });
  }
  return found;
}

// "returns, kitchens" as the server has it.
export const wordsOf = (text: string): string[] =>
  text.split(/[,\s]+/).map((word) => word.trim().toLowerCase()).filter(Boolean);
