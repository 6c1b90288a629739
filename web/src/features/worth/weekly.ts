// The weeks of the check: sums up to the end of each week become what each week had. Pure.
import { addDays } from '~/platform/period';
import type { Check } from './api';

export interface Week {
  // Its first day.
  day: string;
  actual: number;
  expected: number;
}

export function weeksOf(first: string, tracking: Check['tracking']): Week[] {
  return tracking.map(({ week, actual, expected }, index) => {
    const before = tracking[index - 1];
    return {
      day: addDays(first, (week - 1) * 7),
      actual: actual - (before?.actual ?? 0),
      expected: expected - (before?.expected ?? 0),
    };
  });
}

// The first week with a day that the models did not see.
export const firstUnseen = (weeks: readonly Week[], until: string): number =>
  weeks.findIndex(({ day }) => addDays(day, 6) > until);
