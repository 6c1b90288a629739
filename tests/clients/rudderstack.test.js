// @rudderstack/rudder-sdk-node: batches, compressed.
import { after, before, test } from 'node:test';
import Rudder from '@rudderstack/rudder-sdk-node';
import { House, order, refund, sold, unmeasured } from './house.js';

let house;
before(async () => (house = await House.start()));
after(() => house.stop());

test('a compressed batch is stored, once', async () => {
  const client = new Rudder(await house.secretKey(), { dataPlaneUrl: house.url });
  const userId = 'u1';
  for (const _ of ['first', 'again']) {
    client.identify({ userId, traits: { email: 'kim@example.com' }, messageId: 'r-identify' });
    client.track({ userId, event: 'Order Completed', properties: order('B-1'), messageId: 'r-order' });
    client.track({ userId, event: 'Order Refunded', properties: refund('B-1'), messageId: 'r-refund' });
    await new Promise((done) => client.flush(done));
  }
  await house.holds(house.kinds, {
    identified: 1,
    order_completed: 1,
    order_line: 2,
    order_refunded: 2,
  });
  await house.understoodAll();
});

test('the sale counts once, and its refund', { skip: unmeasured }, () =>
  house.holds(house.results, sold));
