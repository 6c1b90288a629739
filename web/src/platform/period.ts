// Periods of days, as ISO texts: `from` is the first day, `to` the day after the last one. Pure.
export const presets = ['7d', '30d', '90d', '12m', 'month', 'last-month', 'year', 'last-year'] as const;
export type Preset = (typeof presets)[number];

export interface Range {
  from: string;
  to: string;
}

const dayMs = 86_400_000;
const momentOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOf(momentOf(day) + days * dayMs);

export const daysIn = ({ from, to }: Range): number => (momentOf(to) - momentOf(from)) / dayMs;

export const lastDay = ({ to }: Range): string => addDays(to, -1);

// The moment at which a day begins in the zone of the company: where its clocks then show midnight, or the first
// time after it that they show at all.
export function startOf(day: string, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const shown = (moment: number) => Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`);
  const midnight = momentOf(day);
  // Twice, for the clocks may change between the guess and the moment.
  const guess = midnight - (shown(midnight) - midnight);
  return new Date(guess - (shown(guess) - midnight)).toISOString();
}

// As long, directly before.
export const periodBefore = (range: Range): Range => ({
  from: addDays(range.from, -daysIn(range)),
  to: range.from,
});

// The same days a year earlier; the 29th of February is the 28th.
export const yearBefore = ({ from, to }: Range): Range => ({
  from: yearEarlier(from),
  to: yearEarlier(to),
});

const yearEarlier = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`;

const monthOf = (day: string) => `${day.slice(0, 7)}-01`;
const yearOf = (day: string) => `${day.slice(0, 4)}-01-01`;

export function rangeOf(preset: Preset, today: string): Range {
  const to = addDays(today, 1);
  switch (preset) {
    case '7d':
      return { from: addDays(today, -6), to };
    case '30d':
      return { from: addDays(today, -29), to };
    case '90d':
      return { from: addDays(today, -89), to };
    case '12m':
      return { from: addDays(today, -364), to };
    case 'month':
      return { from: monthOf(today), to };
    case 'last-month':
      return { from: monthOf(addDays(monthOf(today), -1)), to: monthOf(today) };
    case 'year':
      return { from: yearOf(today), to };
    case 'last-year':
      return { from: yearOf(addDays(yearOf(today), -1)), to: yearOf(today) };
  }
}

export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(momentOf(text));

// How close the points of a line stand: days, means of seven days, weeks or months.
export const steps = ['day', 'mean', 'week', 'month'] as const;
export type Step = (typeof steps)[number];

const mostDays = 800; // more points than that say nothing

// Those that make sense for a period, and the one to begin with.
export function stepsFor(days: number): { all: readonly Step[]; first: Step } {
  if (days <= 13) return { all: ['day'], first: 'day' };
  if (days <= 45) return { all: ['day', 'mean', 'week'], first: 'day' };
  if (days <= 200) return { all: steps, first: 'mean' };
  if (days <= mostDays) return { all: steps, first: 'week' };
  return { all: ['week', 'month'], first: 'month' };
}

export const everyOf = (step: Step) => (step === 'mean' ? 'day' : step);

// The days that a mean looks back.
export const warmUpDays = 6;
