// @umami/node: pages, events and identifications; the website's id is the key.
import { after, before, test } from 'node:test';
import { Umami } from '@umami/node';
import { House, order, refund, sold, unmeasured } from './house.js';

let house;
before(async () => (house = await House.start()));
after(() => house.stop());

test('events are stored as facts', async () => {
  const client = new Umami({ websiteId: await house.secretKey(), hostUrl: house.url });
  await client.track({ url: '/lamp?utm_campaign=spring', title: 'Lamp' });
  await client.track('Order Completed', order('G-1'));
  await client.track('Order Refunded', refund('G-1'));
  await client.identify({ sessionId: 's1', email: 'kim@example.com' });
  await house.holds(house.kinds, {
    page_viewed: 1,
    order_completed: 1,
    order_line: 2,
    order_refunded: 2,
    identified: 1,
  });
  await house.understoodAll();
});

test('the sale counts once, and its refund', { skip: unmeasured }, () =>
  house.holds(house.results, sold));
