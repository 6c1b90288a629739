// posthog-node: names of GA4, and its own events about persons.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PostHog } from 'posthog-node';
import { House, order, refund, sold, unmeasured } from './house.js';

let house;
before(async () => (house = await House.start()));
after(() => house.stop());

const ga4 = ({ order_id, products, revenue, ...rest }) => ({
  ...rest,
  transaction_id: order_id,
  value: revenue,
  items: products.map(({ sku, name, ...item }) => ({ ...item, item_id: sku, item_name: name })),
});

test('captured events are stored as facts', async () => {
  const client = new PostHog(await house.secretKey(), { host: house.url });
  const distinctId = 'u1';
  client.identify({ distinctId, properties: { email: 'kim@example.com' } });
  client.alias({ distinctId, alias: 'd1' });
  client.capture({ distinctId, event: 'view_item', properties: { item_id: 'LAMP' } });
  client.capture({ distinctId, event: 'purchase', properties: ga4(order('D-1')) });
  client.capture({ distinctId, event: 'refund', properties: ga4(refund('D-1')) });
  assert.equal(await client.isFeatureEnabled('new-checkout', distinctId), undefined);
  await client.shutdown();
  await house.holds(house.kinds, {
    identified: 1,
    aliased: 1,
    product_viewed: 1,
    feature_flag_called: 1,
    order_completed: 1,
    order_line: 2,
    order_refunded: 2,
  });
  await house.understoodAll();
});

test('the sale counts once, and its refund', { skip: unmeasured }, () =>
  house.holds(house.results, sold));
