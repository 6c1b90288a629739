// Minutes in the unit in which people say them. Pure.
export interface Span {
  unit: 'minutes' | 'hours' | 'days';
  count: number;
}

const hour = 60;
const day = 24 * hour;

export function spanOf(minutes: number): Span {
  if (minutes >= 2 * day) return { unit: 'days', count: minutes / day };
  if (minutes >= 2 * hour) return { unit: 'hours', count: minutes / hour };
  return { unit: 'minutes', count: minutes };
}
