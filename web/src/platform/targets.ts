// What came of a target. A target with an end is for its whole time, so a part of that time is measured
// against the same part of it; without an end only the value itself can be told. Pure.
import type { Schemas } from '~/api';
import { daysIn, type Range } from './period';

export type Target = Schemas['kpis.Target'];

// What adds up over time, and what is the same over any time; how the others go on over time is not known.
const sums: readonly string[] = ['revenue', 'orders', 'margin', 'cost'];
const ratios: readonly string[] = ['average-order-value', 'cost-per-order', 'return-on-cost'];
// Those of which a target is the most that may be.
const limits: readonly string[] = ['cost', 'cost-per-order'];

export interface Onward {
  target: Target;
  // What was measured as a share of what is wanted by now; null where that cannot be told.
  share: number | null;
  met: boolean;
}

export function onward(kpi: string, target: Target, measured: string | null, range: Range): Onward {
  const share = shareOf(kpi, target, measured, range);
  const met = share !== null && (limits.includes(kpi) ? share <= 1 : share >= 1);
  return { target, share, met };
}

function shareOf(kpi: string, target: Target, measured: string | null, range: Range): number | null {
  const wanted = Number(target.value);
  if (!target.value || measured === null || !(wanted > 0)) return null;
  if (ratios.includes(kpi)) return Number(measured) / wanted;
  if (!sums.includes(kpi) || !target.to) return null;
  if (range.from < target.from || range.to > target.to) return null;
  const part = daysIn(range) / daysIn({ from: target.from, to: target.to });
  return Number(measured) / (wanted * part);
}
