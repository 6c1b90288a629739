// What came of a target. A target with an end is for its whole time, so a part of that time is measured
// against the same part of it; without an end only the value itself can be told. Pure.
import type { Schemas } from '~/api';
import { daysIn, type Range } from './period';

export type Target = Schemas['kpis.Target'];

// What adds up over time; all other KPIs are ratios and states.
const sums: readonly string[] = ['revenue', 'orders', 'margin', 'cost'];

export interface Onward {
  target: Target;
  // What was measured as a share of what is wanted by now; null where that cannot be told.
  share: number | null;
}

export function onward(kpi: string, target: Target, measured: string | null, range: Range): Onward {
  const none = { target, share: null };
  const wanted = Number(target.value);
  if (!target.value || measured === null || !(wanted > 0)) return none;
  if (!sums.includes(kpi)) return { target, share: Number(measured) / wanted };
  if (!target.to || range.from < target.from || range.to > target.to) return none;
  const part = daysIn(range) / daysIn({ from: target.from, to: target.to });
  return { target, share: Number(measured) / (wanted * part) };
}
