// What came of a target. A target with an end is for its whole time, so a part of that time is measured
// against the same part of it; without an end only the value itself can be told. Pure.
import type { Schemas } from '~/api';
import { addsUp, isKpi } from './figures';
import { daysIn, type Range } from './period';

export type Target = Schemas['kpis.Target'];

export interface Onward {
  target: Target;
  // What was measured as a share of what is wanted by now; null where that cannot be told.
  share: number | null;
}

export function onward(kpi: string, target: Target, measured: string | null, range: Range): Onward {
  const none = { target, share: null };
  const wanted = Number(target.value);
  if (!target.value || measured === null || !(wanted > 0)) return none;
  if (!isKpi(kpi) || !addsUp(kpi)) return { target, share: Number(measured) / wanted };
  if (!target.to || range.from < target.from || range.to > target.to) return none;
  const part = daysIn(range) / daysIn({ from: target.from, to: target.to });
  return { target, share: Number(measured) / (wanted * part) };
}
