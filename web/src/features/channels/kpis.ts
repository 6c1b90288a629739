// Targets of KPIs in words.
import { kpiValue } from '~/platform/kpis';
import type { Formats } from '~/ui/text/formats';
import type { Kpi, Target } from './wire';
import type { Words } from './words';

export function targetValue(
  target: Target,
  kpi: Kpi | undefined,
  t: Words,
  formats: Formats,
): string {
  if (target.value === null || target.value === undefined) return t('targets.follow');
  const value = kpiValue(target.value, kpi?.unit, formats, target.currency);
  return t(kpi?.better === 'down' ? 'targets.atMost' : 'targets.atLeast', { value });
}
