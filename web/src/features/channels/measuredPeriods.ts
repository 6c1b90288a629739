// Over which days the worksheet shows what was measured.
export const measuredPeriods = ['30d', '90d', 'last-month', 'year'] as const;
export type MeasuredPeriod = (typeof measuredPeriods)[number];
