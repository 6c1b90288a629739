// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Agent = Schemas['contacts.AgentView'];
export type Answer = Schemas['contacts.Answer'];
export type Break = Schemas['contacts.Break'];
export type Contact = Schemas['contacts.FullContact'];
export type Desk = Schemas['contacts.DeskView'];
export type Kind = Schemas['contacts.Kind'];
export type Label = Schemas['contacts.Label'];
export type Listed = Schemas['contacts.Listed'];
export type Message = Schemas['contacts.Message'];
export type Moment = Schemas['customers.Moment'];
export type Note = Schemas['contacts.Note'];
export type Outcome = Schemas['contacts.Outcome'];
export type Presence = Schemas['contacts.Presence'];
export type Stay = Schemas['contacts.StayView'];
export type Answered = Schemas['decisions.Answered'];
export type Step = Schemas['decisions.Step'];
export type State = Schemas['contacts.State'];
export type TeamState = Schemas['contacts.TeamState'];
export type Team = Schemas['contacts.TeamView'];
export type Customer = Schemas['customers.View'];
