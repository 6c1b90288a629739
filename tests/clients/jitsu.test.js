// @jitsu/js, outside a browser: one request for each call.
import { after, before, test } from 'node:test';
import { jitsuAnalytics } from '@jitsu/js';
import { House, order, refund, sold, unmeasured } from './house.js';

let house;
before(async () => (house = await House.start()));
after(() => house.stop());

for (const s2s of [false, true]) {
  test(`calls are stored as facts (${s2s ? 'server to server' : 'as a browser'})`, async () => {
    const key = await house.secretKey(s2s ? 'server' : 'browser');
    const client = jitsuAnalytics({ host: house.url, writeKey: `id:${key}`, s2s });
    await client.identify('u1', { email: 'kim@example.com' });
    await client.page({ name: 'Home' });
    await client.track('Order Completed', order('C-1'));
    await client.track('Order Refunded', refund('C-1'));
    const times = s2s ? 2 : 1;
    await house.holds(house.kinds, {
      identified: times,
      page_viewed: times,
      order_completed: times,
      order_line: 2 * times,
      order_refunded: 2 * times,
    });
    await house.understoodAll();
  });
}

test('the sale counts once, whoever told it again', { skip: unmeasured }, () =>
  house.holds(house.results, sold));
