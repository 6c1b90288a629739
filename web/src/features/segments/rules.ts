// Rules as the form knows them: conditions that all hold. A rule can say more; then it is shown and not edited. Pure.
import type { Schemas } from '~/api';

export type Rule = Schemas['segments.Rule'];
export type Condition = Schemas['segments.Condition'];
export type Measure = Schemas['segments.Measure'];

export const measures: readonly Measure[] = [
  'net_revenue',
  'margin',
  'orders',
  'units',
  'events',
  'channels',
  'days_since_order',
];

// The conditions of a rule, or null when it says more than that they all hold.
export function conditionsOf(rule: Rule): Condition[] | null {
  if (rule.where) return [rule.where];
  if (rule.any || rule.none || !rule.all) return null;
  const parts = rule.all as Rule[];
  return parts.every(({ where }) => where)
    ? parts.flatMap(({ where }) => (where ? [where] : []))
    : null;
}

export const ruleOf = (conditions: readonly Condition[]): Rule => ({
  all: conditions.map((where) => ({ where })),
});

export const newCondition = (): Condition => ({
  measure: 'orders',
  is: 'at_least',
  value: '1',
  days: 365,
});

export const isComplete = (conditions: readonly Condition[]) =>
  conditions.length > 0 && conditions.every(({ value }) => /^-?\d+(\.\d+)?$/.test(value));
