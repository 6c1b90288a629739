// Rules as the form knows them: groups of conditions and of other groups, joined by all, any or none. Pure.
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

export const joins = ['all', 'any', 'none'] as const;
export type Join = (typeof joins)[number];

export interface Group {
  join: Join;
  parts: readonly Part[];
}
export type Part = Condition | Group;

// As many groups stand in each other as the server takes, the outer one included.
export const deepest = 8;

export const isGroup = (part: Part): part is Group => 'join' in part;

function partOf(rule: Rule): Part {
  if (rule.where) return rule.where;
  const join = joins.find((one) => rule[one]) ?? 'all';
  return { join, parts: (rule[join] ?? []).map(partOf) };
}

export function groupOf(rule: Rule): Group {
  const part = partOf(rule);
  return isGroup(part) ? part : { join: 'all', parts: [part] };
}

export const ruleOf = ({ join, parts }: Group): Rule => ({
  [join]: parts.map((part) => (isGroup(part) ? ruleOf(part) : { where: part })),
});

export const newCondition = (): Condition => ({
  measure: 'orders',
  is: 'at_least',
  value: '1',
  days: 365,
});

export const newGroup = (join: Join): Group => ({ join, parts: [newCondition()] });

export const replaced = (group: Group, at: number, part: Part): Group => ({
  ...group,
  parts: group.parts.map((one, index) => (index === at ? part : one)),
});

export const without = (group: Group, at: number): Group => ({
  ...group,
  parts: group.parts.filter((_, index) => index !== at),
});

export const withPart = (group: Group, part: Part): Group => ({
  ...group,
  parts: [...group.parts, part],
});

const isMoney = (measure: Measure) => measure === 'net_revenue' || measure === 'margin';

// What is counted is whole: without the cents with which the server keeps every value.
export const shownValue = ({ measure, value }: Condition): string =>
  isMoney(measure) ? value : value.replace(/\.0+$/, '');

// Nothing in it is still being typed, and no group is empty.
export const isComplete = ({ parts }: Group): boolean =>
  parts.length > 0 &&
  parts.every((part) => (isGroup(part) ? isComplete(part) : /^-?\d+(\.\d+)?$/.test(part.value)));
