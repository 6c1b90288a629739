// @snowplow/node-tracker: pages, structured and self-describing events, orders with items.
import { after, before, test } from 'node:test';
import * as snowplow from '@snowplow/node-tracker';
import { House, order, refund, unmeasured } from './house.js';

let house;
before(async () => (house = await House.start()));
after(() => house.stop());

const own = (name, data) =>
  snowplow.buildSelfDescribingEvent({
    event: { schema: `iglu:com.example/${name}/jsonschema/1-0-0`, data },
  });

for (const encodeBase64 of [true, false]) {
  test(`events are stored as facts (${encodeBase64 ? 'in base64' : 'as text'})`, async () => {
    const tracker = snowplow.newTracker(
      { namespace: 'shop', appId: await house.secretKey(`base64-${encodeBase64}`), encodeBase64 },
      { endpoint: house.url, bufferSize: 20, eventMethod: 'post' },
    );
    const reference = encodeBase64 ? 'E-1' : 'E-2';
    tracker.setUserId('u1');
    tracker.track(snowplow.buildPageView({ pageUrl: 'https://shop.example/?utm_campaign=spring' }));
    tracker.track(snowplow.buildStructEvent({ category: 'shop', action: 'add_to_cart' }));
    tracker.track(own('order_completed', order(reference)));
    tracker.track(own('order_refunded', refund(reference)));
    tracker.flush();
    const times = encodeBase64 ? 1 : 2;
    await house.holds(house.kinds, {
      page_viewed: times,
      product_added: times,
      order_completed: times,
      order_line: 2 * times,
      order_refunded: 2 * times,
    });
  });
}

test('the older way to tell an order counts the same', async () => {
  const tracker = snowplow.newTracker(
    { namespace: 'shop', appId: await house.secretKey('older') },
    { endpoint: house.url, bufferSize: 20, eventMethod: 'post' },
  );
  const currency = 'EUR';
  const sale = { orderId: 'E-3', total: 53.35, tax: 8.4, shipping: 4.95, currency };
  tracker.track(snowplow.buildEcommerceTransaction(sale));
  for (const [sku, price, quantity] of [['LAMP', 12.5, 2], ['VAAS', 15, 1]]) {
    const item = { orderId: 'E-3', sku, price, quantity, currency };
    tracker.track(snowplow.buildEcommerceTransactionItem(item));
  }
  tracker.flush();
  await house.holds(house.kinds, {
    page_viewed: 2,
    product_added: 2,
    order_completed: 3,
    order_line: 6,
    order_refunded: 4,
  });
  await house.understoodAll();
});

test('each sale counts once, without VAT and shipping', { skip: unmeasured }, () =>
  house.holds(house.results, { orders: 3, units: 9, gross: '120.00', refunds: '30.00', net: '90.00' }));
