// One sale that a browser, a server and a shop's own software all tell of counts once.
import { after, before, test } from 'node:test';
import { Analytics } from '@segment/analytics-node';
import { PostHog } from 'posthog-node';
import { House, order, sold, unmeasured } from './house.js';

const origin = 'https://shop.example';
let house;
before(async () => (house = await House.start()));
after(() => house.stop());

const tellAsBrowser = async () => {
  const writeKey = await house.publicKey(origin);
  const body = { writeKey, type: 'track', event: 'Order Completed', properties: order('I-1'), anonymousId: 'd1' };
  const response = await fetch(`${house.url}/t`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'text/plain' },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
};

const tellAsServer = async () => {
  const client = new Analytics({ writeKey: await house.secretKey('server'), host: house.url });
  client.track({ userId: 'u1', event: 'Order Completed', properties: order('I-1') });
  await client.closeAndFlush();
};

const tellAsShop = async () => {
  const client = new PostHog(await house.secretKey('shop'), { host: house.url });
  const { order_id, ...sale } = order('I-1');
  client.capture({ distinctId: 'u1', event: 'purchase', properties: { ...sale, transaction_id: order_id } });
  await client.shutdown();
};

test('whoever tells it, a sale counts once', async () => {
  await tellAsBrowser();
  await tellAsServer();
  await tellAsShop();
  await house.holds(house.kinds, { order_completed: 3, order_line: 6 });
  await house.understoodAll();
});

test('its amounts count once too', { skip: unmeasured }, () =>
  house.holds(house.results, { ...sold, refunds: '0.00', net: '40.00' }));
