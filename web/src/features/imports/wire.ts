// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Mapping = Schemas['imports.Mapping'];
export type Fields = Schemas['imports.Fields'];
export type Rule = Schemas['imports.EventRule'];
export type Condition = Schemas['imports.Condition'];
export type Test = Schemas['imports.Test'];
export type Attribute = Schemas['imports.Attribute'];
export type Lookup = Schemas['imports.Lookup'];
export type Column = Schemas['imports.ColumnFound'];
export type Detection = Schemas['imports.Detection'];
export type Doubt = Schemas['imports.Doubt'];
export type Detected = Schemas['imports.DetectedView'];
export type Kept = Schemas['imports.KeptMapping'];
export type Import = Schemas['imports.Import'];
export type Trial = Schemas['imports.Trial'];
export type ToldProblem = Schemas['imports.ToldProblem'];
export type Job = Schemas['jobs.JobView'];

// An event as it would be, of a trial.
export interface Example {
  ts?: string | null;
  kind: string;
  channel: string;
  identities: string[];
  product: string;
  quantity?: string | null;
  revenue?: string | null;
  cost?: string | null;
  currency: string;
  duration_s?: number | null;
  order: string;
  part: string;
  campaign: string;
  props: Record<string, unknown>;
}

// The fields of an event that are one template.
export type FieldName = Exclude<keyof Fields, 'props'>;
