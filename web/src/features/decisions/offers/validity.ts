// The days on which an offer is made, as people write them: `until` of the server is the moment after the last day.
// Pure but for the zone.
import { addDays, startOf } from '~/platform/period';
import type { Formats } from '~/ui/text/formats';
import type { Offer } from '../wire';

export interface Days {
  first: string; // '' without a beginning
  last: string; // '' without an end
}

type Moments = Pick<Offer, 'from' | 'until'>;

export const daysOf = ({ from, until }: Moments, dayOf: Formats['dayOf']): Days => ({
  first: from ? dayOf(from) : '',
  last: until ? dayOf(Date.parse(until) - 1) : '',
});

export const fromOf = (first: string, timeZone: string): string | null =>
  first === '' ? null : startOf(first, timeZone);

export const untilOf = (last: string, timeZone: string): string | null =>
  last === '' ? null : startOf(addDays(last, 1), timeZone);
