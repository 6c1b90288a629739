// What webhooks ask of the server.
import { api, data, ifMatch, queries, type Schemas } from '~/api';

export type Webhook = Schemas['connectors.subscriptions.WebhookView'];
export type Draft = Schemas['connectors.subscriptions.SubscriptionDraft'];
export type Change = Schemas['connectors.subscriptions.SubscriptionChange'];
export type Delivery = Schemas['connectors.subscriptions.DeliveryView'];
export type Fact = Draft['facts'][number];

export const facts: readonly Fact[] = [
  'orders.placed',
  'orders.confirmed',
  'orders.paid',
  'orders.fulfilled',
  'orders.cancelled',
  'orders.returned',
  'orders.refunded',
  'orders.withdrawn',
  'stock.level_changed',
  'stock.incoming_changed',
  'catalog.product_added',
  'catalog.product_changed',
  'catalog.variant_added',
  'catalog.variant_changed',
  'contacts.asked',
  'contacts.accepted',
  'contacts.finished',
  'contacts.appointment_changed',
];

const address = '/api/v1/webhooks';
const looking = { refetchInterval: 3_000 };
const of = (id: string) => ({ params: { path: { id } } });

export const useWebhooks = () => queries.useQuery('get', address, {}, looking);
export const useDeliveries = (id: string) =>
  queries.useQuery('get', '/api/v1/webhooks/{id}/deliveries', of(id), looking);

export const addWebhook = (body: Draft) => data(api.POST(address, { body }));
export const changeWebhook = ({ id, version }: Webhook, body: Change) =>
  data(api.PATCH('/api/v1/webhooks/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
export const removeWebhook = (id: string) => data(api.DELETE('/api/v1/webhooks/{id}', of(id)));
export const rotateWebhook = (id: string) => data(api.POST('/api/v1/webhooks/{id}/secrets', of(id)));
export const testWebhook = (id: string) => data(api.POST('/api/v1/webhooks/{id}/tests', of(id)));
export const sendAgain = (id: string, delivery: string) =>
  data(api.POST('/api/v1/webhooks/{id}/deliveries/{delivery}', { params: { path: { id, delivery } } }));
