// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Source = Schemas['events.Source'];
export type SourceChange = Schemas['events.SourceChange'];
export type Contract = Schemas['events.Contract'];
export type PropertyRule = Schemas['events.PropertyRule'];
export type PropertyType = Schemas['events.PropertyType'];
export type Precedence = Schemas['events.Precedence'];
export type Freshness = Schemas['events.Freshness'];
export type Coverage = Schemas['events.Coverage'];
export type Reason = Schemas['events.Reason'];
export type Quarantined = Schemas['events.ShownQuarantined'];
export type QuarantineCount = Schemas['events.QuarantineCount'];
export type Repair = Schemas['events.Repair'];
export type Replayed = Schemas['events.Replayed'];

export const reasons: readonly Reason[] = [
  'unreadable',
  'text_not_utf8',
  'text_too_long',
  'kind_missing',
  'kind_malformed',
  'message_id_too_long',
  'identity_refused',
  'time_unreadable',
  'time_ahead',
  'time_too_old',
  'amount_unreadable',
  'amount_too_large',
  'currency_unknown',
  'part_without_order',
  'props_unreadable',
  'props_too_large',
  'event_too_large',
  'kind_not_allowed',
  'channel_not_allowed',
  'property_missing',
  'property_of_other_type',
];
