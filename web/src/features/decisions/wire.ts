// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Offer = Schemas['decisions.Offer'];
export type OfferDraft = Schemas['decisions.OfferDraft'];
export type OfferChange = Schemas['decisions.OfferChange'];
export type Act = Schemas['decisions.Act'];
export type Words = Schemas['decisions.Words'];
export type Texts = Schemas['decisions.Texts'];
export type Phase = Schemas['channels.Phase'];
export type Placement = Schemas['decisions.Placement'];
export type PlacementDraft = Schemas['decisions.PlacementDraft'];
export type PlacementChange = Schemas['decisions.PlacementChange'];
export type Settings = Schemas['decisions.Settings'];
export type SettingsChange = Schemas['decisions.SettingsChange'];
export type Team = Schemas['contacts.TeamView'];
export type Segment = Schemas['segments.Listed'];
export type Decision = Schemas['decisions.sql.Listed'];
export type Explanation = Schemas['decisions.Explanation'];
export type Explained = Schemas['decisions.Explained'];
export type Reason = Schemas['decisions.Reason'];
export type Results = Schemas['decisions.Results'];
export type TeamHour = Schemas['decisions.TeamHour'];
export type Measured = Schemas['decisions.Measured'];
export type By = Schemas['decisions.By'];
export type Version = Schemas['decisions.sql.VersionHead'];
export type Preview = Schemas['decisions.Preview'];
export type PreviewedGroup = Schemas['decisions.PreviewedGroup'];
export type PreviewedOffer = Schemas['decisions.PreviewedOffer'];
