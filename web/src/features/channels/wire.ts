// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Kind = Schemas['channels.Kind'];
export type Form = Schemas['channels.Form'];
export type Trait = Schemas['channels.Trait'];
export type Phase = Schemas['channels.Phase'];
export type State = Schemas['channels.State'];
export type Sort = Schemas['channels.Sort'];
export type Need = Schemas['channels.Need'];
export type LinkState = Schemas['channels.LinkState'];
export type Shared = Schemas['channels.Shared'];
export type Link = Schemas['channels.Link'];
export type Check = Schemas['channels.Check'];
export type Cost = Schemas['channels.Cost'];
export type Target = Schemas['kpis.Target'];
export type Kpi = Schemas['kpis.Definition'];
export type Money = Schemas['Money'];
export type Listed = Schemas['channels.Listed'];
export type View = Schemas['channels.View'];
export type Change = Schemas['channels.Change'];
export type Corner = Schemas['channels.Corner'];
export type Joint = Schemas['channels.Joint'];
export type Matrix = Schemas['channels.MatrixReply'];
export type Template = Schemas['channels.TemplateView'];
export type Imported = Schemas['channels.ImportedChannel'];
export type Import = Schemas['channels.ImportReply'];
