// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Cell = Schemas['stock.MatrixCell'];
// A row of a grid has an id.
export type Row = Schemas['stock.MatrixRow'] & { id: string };
export type Location = Schemas['stock.Location'];
export type LocationKind = Schemas['stock.LocationKind'];
export type Level = Schemas['stock.Level'];
export type Reckoned = Schemas['stock.Reckoned'];
export type Buffer = Schemas['stock.ChannelBuffer'];
export type BufferDraft = Schemas['stock.BufferDraft'];
export type Free = Schemas['stock.Free'];
export type Movement = Schemas['stock.Movement'];
export type Reservation = Schemas['stock.Reservation'];
export type Incoming = Schemas['stock.Incoming'];
export type AlertKind = Schemas['stock.AlertKind'];
export type Alert = Schemas['stock.ToldAlert'];
export type Drift = Schemas['stock.Drift'];
export type ReservationState = Schemas['stock.ReservationState'];
