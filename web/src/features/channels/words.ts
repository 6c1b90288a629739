// What the app calls the fixed choices of a channel, and which colour a form keeps everywhere.
import type { TFunction } from 'i18next';
import type { Tone } from '~/ui/control/Tag';
import type { Option } from '~/ui/form/Select';
import { forms } from '~/platform/channels';
import type { Need, Phase, State } from './wire';

export { forms, seriesOf } from '~/platform/channels';

export type Words = TFunction<'channels'>;

export const phases = ['awareness', 'evaluation', 'purchase', 'delivery', 'after_sales'] as const;
export const states = ['draft', 'live', 'paused', 'ended'] as const;
export const needs = ['goal', 'phase', 'kpi', 'owner', 'cost'] as const;
export const kinds = [
  'internet',
  'physical',
  'one_to_one',
  'mass',
  'direct_mail',
  'reseller',
] as const;
export const costKinds = ['fixed', 'people', 'media', 'tooling', 'fees', 'goods', 'other'] as const;
export const pers = ['day', 'month', 'year'] as const;
export const linkStates = ['none', 'planned', 'manual', 'linked'] as const;
export const checkStates = ['open', 'passed', 'failed'] as const;
export const shareds = [
  'customers',
  'stock',
  'orders',
  'prices',
  'content',
  'appointments',
  'baskets',
] as const;

export const traits = [
  'capacity_bound',
  'two_way',
  'sells',
  'fee_schedule',
  'response_code',
  'stock_location',
  'opening_hours',
  'identifies_customer',
] as const;

export const stateTones: Record<State, Tone> = {
  draft: 'neutral',
  live: 'good',
  paused: 'warn',
  ended: 'outline',
};

export const phaseOptions = (t: Words): Option[] =>
  phases.map((value) => ({ value, label: t(`phases.${value}`) }));
export const stateOptions = (t: Words): Option[] =>
  states.map((value) => ({ value, label: t(`states.${value}`) }));
export const kindOptions = (t: Words): Option[] =>
  kinds.map((value) => ({ value, label: t(`kinds.${value}`) }));
export const formOptions = (t: Words): Option[] =>
  forms.map((value) => ({ value, label: t(`forms.${value}`) }));

// The element of the panel that mends what is missing.
export const fieldOf: Record<Need, string> = {
  goal: 'channel-goal',
  phase: 'channel-phases',
  kpi: 'channel-targets',
  owner: 'channel-owner',
  cost: 'channel-costs',
};

export const phaseList = (list: readonly Phase[], t: Words): string =>
  phases
    .filter((phase) => list.includes(phase))
    .map((phase) => t(`phases.${phase}`))
    .join(', ');
