// The shapes of the API that this feature speaks of.
import type { Schemas } from '~/api';

export type Listed = Schemas['orders.Listed'];
export type Order = Schemas['orders.View'];
export type Line = Schemas['orders.OrderLine'];
export type Delivery = Schemas['orders.Delivery'];
export type OpenDelivery = Schemas['orders.OpenDelivery'];
export type DeliveryState = Schemas['orders.DeliveryState'];
export type State = Schemas['orders.State'];
export type Pieces = Schemas['orders.Pieces'];
export type Return = Schemas['orders.Return'];
export type Arrived = Schemas['orders.Arrived'];
export type Entry = Schemas['orders.Entry'];
