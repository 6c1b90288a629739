// KPIs as every screen shows them: by their name, their formula, and a value in their unit.
import { useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, queries, type Schemas } from '~/api';
import { type Problem, problemOf } from '~/api/problem';
import type { Language } from '~/texts';
import type { Formats } from '~/ui/text/formats';

export type Kpi = Schemas['kpis.Definition'];

export const useKpis = () =>
  queries.useQuery(
    'get',
    '/api/v1/kpis',
    { params: { query: { limit: 200 } } },
    { staleTime: 60_000 },
  );

// Says who answers for a KPI.
export function useOwnerEdit(): (kpi: Kpi, owner: string | null) => Promise<Problem | null> {
  const cache = useQueryClient();
  return async ({ code, version }, owner) => {
    const params = { path: { code }, header: ifMatch(version) };
    try {
      await data(api.PATCH('/api/v1/kpis/{code}', { params, body: { owner } }));
      return null;
    } catch (error) {
      return problemOf(error);
    } finally {
      await cache.invalidateQueries({ queryKey: ['get', '/api/v1/kpis'] });
    }
  };
}

export const kpiName = (kpi: Kpi, language: Language): string =>
  language === 'nl' ? kpi.name_nl : kpi.name_en;

export const kpiFormula = (kpi: Kpi, language: Language): string =>
  language === 'nl' ? kpi.formula_nl : kpi.formula_en;

export function kpiValue(
  value: string,
  unit: Kpi['unit'] | undefined,
  formats: Formats,
  currency?: string | null,
): string {
  const plain = formats.number(Number(value));
  switch (unit) {
    case 'money':
      return formats.money(value, currency ?? undefined, true);
    case 'percent':
      return `${plain}%`;
    case 'seconds':
      return `${plain} s`;
    case 'ratio':
      return formats.number(Number(value), 2);
    default:
      return plain;
  }
}
