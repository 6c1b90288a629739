// KPIs and their targets in words.
import type { Language } from '~/texts';
import type { Formats } from '~/ui/text/formats';
import type { Kpi, Target } from './wire';
import type { Words } from './words';

export const kpiName = (kpi: Kpi, language: Language): string =>
  language === 'nl' ? kpi.name_nl : kpi.name_en;

export const kpiFormula = (kpi: Kpi, language: Language): string =>
  language === 'nl' ? kpi.formula_nl : kpi.formula_en;

export function targetValue(
  target: Target,
  kpi: Kpi | undefined,
  t: Words,
  formats: Formats,
): string {
  if (target.value === null || target.value === undefined) return t('targets.follow');
  const value = inUnit(target.value, target.currency, kpi?.unit, formats);
  return t(kpi?.better === 'down' ? 'targets.atMost' : 'targets.atLeast', { value });
}

function inUnit(
  value: string,
  currency: string | null | undefined,
  unit: Kpi['unit'] | undefined,
  formats: Formats,
): string {
  const plain = formats.number(Number(value));
  switch (unit) {
    case 'money':
      return formats.money(value, currency ?? undefined, true);
    case 'percent':
      return `${plain}%`;
    case 'seconds':
      return `${plain} s`;
    default:
      return plain;
  }
}
