// @segment/analytics-node: a shop's server tells what its customers do.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Analytics } from '@segment/analytics-node';
import { House, order, refund, sold, unmeasured } from './house.js';

let house;
let writeKey;
before(async () => {
  house = await House.start();
  writeKey = await house.secretKey();
});
after(() => house.stop());

const analytics = () => new Analytics({ writeKey, host: house.url, path: '/v1/batch' });
const told = {
  identified: 1,
  page_viewed: 1,
  product_viewed: 1,
  order_completed: 1,
  order_line: 2,
  order_refunded: 2,
  grouped: 1,
  aliased: 1,
};

const tell = async () => {
  const client = analytics();
  const userId = 'u1';
  client.identify({ userId, traits: { email: 'kim@example.com' }, messageId: 'm-identify' });
  client.page({ userId, name: 'Home', messageId: 'm-page' });
  client.track({ userId, event: 'Product Viewed', properties: { sku: 'LAMP' }, messageId: 'm-view' });
  client.track({ userId, event: 'Order Completed', properties: order('A-1'), messageId: 'm-order' });
  client.track({ userId, event: 'Order Refunded', properties: refund('A-1'), messageId: 'm-refund' });
  client.group({ userId, groupId: 'g1', traits: { name: 'Acme' }, messageId: 'm-group' });
  client.alias({ userId, previousId: 'd1', messageId: 'm-alias' });
  await client.closeAndFlush();
};

test('every call is stored as a fact', async () => {
  await tell();
  await house.holds(house.kinds, told);
  await house.understoodAll();
});

test('the same messages again change nothing', async () => {
  await tell();
  await house.holds(house.kinds, told);
});

test('an id of ten thousand characters waits in the quarantine, the rest is stored', async () => {
  const client = analytics();
  client.track({ userId: 'x'.repeat(10_000), event: 'Cart Viewed' });
  client.track({ userId: 'u1', event: 'Cart Viewed', messageId: 'm-cart' });
  await client.closeAndFlush();
  await house.holds(house.kinds, { ...told, cart_viewed: 1 });
  const [waiting] = await house.quarantined();
  assert.equal(waiting.reason, 'identity_refused');
});

test('the sale counts once, and its refund', { skip: unmeasured }, () =>
  house.holds(house.results, sold));
