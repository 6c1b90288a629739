// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Listed = Schemas['customers.Listed'];
// With the currency that its amounts are in.
export type Row = Listed & Pick<ListReply, 'currency'>;
export type ListReply = Schemas['customers.ListReply'];
export type Sort = Schemas['customers.Sort'];
export type View = Schemas['customers.View'];
export type Profile = Schemas['customers.Profile'];
export type Identity = Schemas['identities.Identity'];
export type ConsentLine = Schemas['customers.ConsentLine'];
export type Moment = Schemas['customers.Moment'];
export type Operation = Schemas['customers.Operation'];
export type Found = Schemas['customers.Found'];
export type Proposal = Schemas['customers.ProposalView'];
export type Means = Schemas['consent.Means'];
export type Purpose = Schemas['consent.Purpose'];
