// Appointments by day, and what may still be done with each. Pure.
import type { Appointment, Step } from './api';

export interface Day {
  day: string;
  appointments: readonly Appointment[];
}

// Only those of the days that are shown, the first first.
export function byDay(
  appointments: readonly Appointment[],
  days: readonly string[],
  dayOf: (moment: string) => string,
): Day[] {
  return days.map((day) => ({
    day,
    appointments: appointments
      .filter(({ starts }) => dayOf(starts) === day)
      .sort((a, b) => a.starts.localeCompare(b.starts)),
  }));
}

const ahead: Partial<Record<Appointment['state'], readonly Step[]>> = {
  booked: ['confirm', 'cancel'],
  confirmed: ['cancel'],
};
const begun: Partial<Record<Appointment['state'], readonly Step[]>> = {
  booked: ['keep', 'miss', 'cancel'],
  confirmed: ['keep', 'miss', 'cancel'],
  called: ['keep', 'miss'],
};

// Nobody was missed who is still to come.
export const stepsOf = ({ state, starts }: Pick<Appointment, 'state' | 'starts'>, now: number): readonly Step[] =>
  (Date.parse(starts) <= now ? begun : ahead)[state] ?? [];

export const mayMove = ({ state }: Pick<Appointment, 'state'>) => state === 'booked' || state === 'confirmed';
