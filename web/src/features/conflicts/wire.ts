// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Conflict = Schemas['conflicts.Conflict'];
export type Standing = Schemas['conflicts.Standing'];
export type Rule = Schemas['conflicts.RuleView'];
export type Kind = Schemas['conflicts.Kind'];
export type State = Schemas['conflicts.State'];
export type Change = Schemas['conflicts.Change'];
