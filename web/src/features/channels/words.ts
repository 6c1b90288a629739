// What the app calls the fixed choices of a channel, and which colour a form keeps everywhere.
import type { TFunction } from 'i18next';
import type { Tone } from '~/ui/control/Tag';
import type { Series } from '~/ui/control/Dot';
import type { Option } from '~/ui/form/Select';
import type { Form, Need, Phase, State } from './wire';

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

// Every form, and the colour that it keeps in the whole app.
const series: Record<Form, Series> = {
  website: 1,
  webshop: 1,
  portal: 1,
  other_internet: 1,
  app: 4,
  social: 4,
  email: 4,
  ai_agent: 4,
  marketplace: 5,
  store: 2,
  pop_up: 2,
  shop_in_shop: 2,
  event: 2,
  other_physical: 2,
  contact_centre: 3,
  telesales: 3,
  chat: 3,
  other_one_to_one: 3,
  field_sales: 6,
  wholesaler: 5,
  retailer: 5,
  distributor: 5,
  importer: 5,
  franchise: 5,
  other_reseller: 5,
  advertising: 'other',
  television: 'other',
  radio: 'other',
  outdoor: 'other',
  other_mass: 'other',
  mailing: 'other',
  leaflet: 'other',
  catalogue: 'other',
  other_direct_mail: 'other',
};

export const forms = Object.keys(series) as readonly Form[];
export const seriesOf = (form: Form): Series => series[form];

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
