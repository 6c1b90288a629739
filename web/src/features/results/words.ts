// Figures in words: values in the unit of their KPI, and changes.
import type { Formats } from '~/ui/text/formats';
import { type KpiCode } from './figures';

const large = 100_000;

const units: Record<KpiCode, 'money' | 'count' | 'ratio'> = {
  revenue: 'money',
  orders: 'count',
  'average-order-value': 'money',
  margin: 'money',
  cost: 'money',
  'cost-per-order': 'money',
  'return-on-cost': 'ratio',
};

export interface Shown {
  // In a strip, where there is little room; and to the cent.
  short: (value: number | null) => string;
  exact: (value: number | string | null) => string;
  axis: (value: number) => string;
}

export function shownIn(kpi: KpiCode, formats: Formats, currency: string | undefined): Shown {
  const none = '—';
  switch (units[kpi]) {
    case 'money':
      return {
        short: (value) => {
          if (value === null) return none;
          return Math.abs(value) >= large
            ? formats.moneyCompact(value, currency)
            : formats.money(Math.round(value * 100) / 100, currency, true);
        },
        exact: (value) => (value === null ? none : formats.money(value, currency)),
        axis: (value) => formats.moneyCompact(value, currency),
      };
    case 'count':
      return {
        short: (value) => (value === null ? none : formats.number(value, 0)),
        exact: (value) => (value === null ? none : formats.number(Number(value))),
        axis: (value) => formats.compact(value),
      };
    case 'ratio':
      return {
        short: (value) => (value === null ? none : formats.number(value, 2)),
        exact: (value) => (value === null ? none : formats.number(Number(value), 4)),
        axis: (value) => formats.number(value, 1),
      };
  }
}

export const lessIsBetter = (kpi: KpiCode) => kpi === 'cost' || kpi === 'cost-per-order';
