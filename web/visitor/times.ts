// Days and times by the clocks of the company, whatever those of the visitor say. Pure.
export interface Slot {
  starts: string;
}
export interface Day {
  name: string; // "Thursday 26 November"
  slots: readonly Slot[];
}

// English as Europe writes it: the day before the month.
const part = (options: Intl.DateTimeFormatOptions) => (moment: string, zone: string, language: string) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: zone }).format(new Date(moment));

export const dayOf = part({ weekday: 'long', day: 'numeric', month: 'long' });
export const timeOf = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

// The days on which there is time, with the times of each; in their order.
export function daysOf(slots: readonly Slot[], zone: string, language: string): Day[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const name = dayOf(slot.starts, zone, language);
    days.set(name, [...(days.get(name) ?? []), slot]);
  }
  return [...days].map(([name, ofDay]) => ({ name, slots: ofDay }));
}
