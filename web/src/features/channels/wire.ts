// The shapes of the API that this feature speaks of.
export type Kind = 'one_to_one' | 'mass' | 'internet' | 'direct_mail' | 'reseller' | 'physical';
export type Form =
  | 'contact_centre'
  | 'telesales'
  | 'chat'
  | 'field_sales'
  | 'other_one_to_one'
  | 'advertising'
  | 'television'
  | 'radio'
  | 'outdoor'
  | 'other_mass'
  | 'website'
  | 'webshop'
  | 'app'
  | 'portal'
  | 'social'
  | 'email'
  | 'marketplace'
  | 'ai_agent'
  | 'other_internet'
  | 'mailing'
  | 'leaflet'
  | 'catalogue'
  | 'other_direct_mail'
  | 'wholesaler'
  | 'retailer'
  | 'distributor'
  | 'importer'
  | 'franchise'
  | 'other_reseller'
  | 'store'
  | 'pop_up'
  | 'shop_in_shop'
  | 'event'
  | 'other_physical';
export type Trait =
  | 'capacity_bound'
  | 'two_way'
  | 'sells'
  | 'fee_schedule'
  | 'response_code'
  | 'stock_location'
  | 'opening_hours'
  | 'identifies_customer';
export type Phase = 'awareness' | 'evaluation' | 'purchase' | 'delivery' | 'after_sales';
export type State = 'draft' | 'live' | 'paused' | 'ended';
export type Need = 'goal' | 'phase' | 'kpi' | 'owner' | 'cost';
export type LinkState = 'none' | 'planned' | 'manual' | 'linked';
export type Shared =
  'customers' | 'stock' | 'orders' | 'prices' | 'content' | 'appointments' | 'baskets';
export interface Link {
  to: string;
  state: LinkState;
  shares: Shared[];
  note: string;
}
export interface Check {
  name: string;
  state: 'open' | 'passed' | 'failed';
  note: string;
  decided_by?: string | null;
  decided?: string | null;
}
export interface Cost {
  kind: 'fixed' | 'people' | 'media' | 'tooling' | 'fees' | 'goods' | 'other';
  note: string;
  amount: string;
  currency: string;
  per: 'day' | 'month' | 'year';
  from: string;
  to?: string | null;
}
export interface Target {
  kpi: string;
  from: string;
  to?: string | null;
  value?: string | null;
  currency?: string | null;
}
export interface Head {
  id: string;
  version: number;
  code: string;
  name: string;
  form: Form;
  state: State;
  own_traits?: Trait[] | null;
  phases: Phase[];
  goal: string;
  owner?: string | null;
  reach?: number | null;
  reach_note: string;
  currency: string;
  partner?: string | null;
  location?: string | null;
  notes: string;
  created: string;
  changed: string;
}
export interface Channel extends Head {
  costs: Cost[];
  targets: Target[];
  links: Link[];
  checks: Check[];
}
export interface Listed extends Head {
  kind: Kind;
  missing: Need[];
  kpis: number;
  cost_per_month: { amount: string; currency: string }[];
}
export interface Change {
  own_traits?: Trait[] | null;
  phases?: Phase[];
  goal?: string;
  owner?: string | null;
  reach?: number | null;
  reach_note?: string;
  currency?: string;
  notes?: string;
  costs?: Cost[];
  targets?: Target[];
  links?: Link[];
  checks?: Check[];
  name?: string;
  form?: Form;
}
export interface Kpi {
  code: string;
  name_en: string;
  name_nl: string;
  unit: 'count' | 'percent' | 'ratio' | 'money' | 'seconds' | 'score';
  better: 'up' | 'down';
  formula_en: string;
  formula_nl: string;
}
export interface Money {
  amount: string;
  currency: string;
}
export interface View extends Channel {
  kind: Kind;
  traits: Trait[];
  missing: Need[];
  moves: State[];
  cost_per_month: Money[];
  costs_shown: boolean;
}
export interface Joint extends Link {
  from: string;
}
export interface Corner {
  id: string;
  version: number;
  code: string;
  name: string;
  form: Form;
  state: State;
}
export interface Matrix {
  channels: Corner[];
  links: Joint[];
}
export interface Template {
  code: string;
  name: string;
  form: Form;
  kind: Kind;
  goal: string;
  phases: Phase[];
  kpis: string[];
  joins: { to: string; shares: Shared[] }[];
}
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}
export interface Imported {
  line: number;
  code: string;
  name: string;
  outcome: 'added' | 'changed' | 'unchanged';
  changes: FieldChange[];
}
export interface Import {
  added: number;
  changed: number;
  unchanged: number;
  channels: Imported[];
  problems: { pointer: string; code: string; message: string }[];
}
