// What shops send by themselves, in the shape that Shopify and WooCommerce document: signed, more
// than once and out of order. What Sluis stored is held against it.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { House } from './house.js';

let house, channel, shirt, depot;
const secret = 'shpss_0123456789abcdef';
const shops = {};
let events = 0;

before(async () => {
  house = await House.start();
  const post = (path, body) => house.ask('POST', path, body);
  channel = await post('/api/v1/channels', { name: 'Shop', form: 'webshop' });
  depot = await post('/api/v1/stock/locations', { code: 'depot', name: 'Depot', kind: 'warehouse' });
  const product = await post('/api/v1/catalog/products', { name: 'Shirt', state: 'on_sale' });
  shirt = await post(`/api/v1/catalog/products/${product.id}/variants`, { sku: 'SHIRT-M' });
  await post('/api/v1/stock/movements', { kind: 'received', variant: shirt.id, location: depot.id, quantity: 9 });
  for (const system of ['shopify', 'woocommerce']) {
    shops[system] = await post('/api/v1/connections', {
      name: system, system, channel: channel.id, location: depot.id, webhook_secret: secret,
    });
  }
});
after(() => house.stop());

const headers = {
  shopify: (topic, event, signature) => ({
    'X-Shopify-Topic': topic, 'X-Shopify-Event-Id': event, 'X-Shopify-Hmac-Sha256': signature,
  }),
  woocommerce: (topic, event, signature) => ({
    'X-WC-Webhook-Topic': topic, 'X-WC-Webhook-Delivery-ID': event, 'X-WC-Webhook-Signature': signature,
  }),
};
async function send(system, topic, payload, { event = `event-${++events}`, key = secret } = {}) {
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', key).update(body).digest('base64');
  const response = await fetch(`${house.url}/hooks/${system}/${shops[system].id}`, {
    method: 'POST', body,
    headers: { 'Content-Type': 'application/json', ...headers[system](topic, event, signature) },
  });
  const { code, outcome, why } = await response.json();
  return [response.status, outcome ?? code, why].filter((part) => part);
}

const orderOfShopify = (rest) => ({
  id: 820982911946154500, name: '#1001', email: 'kim@example.com', currency: 'EUR', taxes_included: true,
  financial_status: 'pending', fulfillment_status: null, cancelled_at: null, updated_at: '2026-11-20T10:00:00+01:00',
  customer: { first_name: 'Kim', last_name: 'Jansen' },
  shipping_address: { address1: 'Dam 1', zip: '1012', city: 'Amsterdam', country_code: 'NL' },
  payment_gateway_names: ['shopify_payments'],
  line_items: [{ id: 1, sku: 'SHIRT-M', quantity: 2, price: '25.00', discount_allocations: [{ amount: '10.00' }], tax_lines: [] }],
  shipping_lines: [{ price: '4.95', discounted_price: '4.95', tax_lines: [] }],
  ...rest,
});
const orderOfWoo = (rest) => ({
  id: 727, number: '727', status: 'processing', currency: 'EUR', date_modified_gmt: '2026-11-20T09:00:00',
  billing: { first_name: 'Bo', last_name: 'Smit', address_1: 'Kade 2', postcode: '3011', city: 'Rotterdam', country: 'NL', email: 'bo@example.com' },
  shipping: { address_1: '' }, payment_method: 'mollie_ideal',
  line_items: [{ sku: 'SHIRT-M', quantity: 1, total: '20.00', total_tax: '4.20' }], shipping_lines: [],
  ...rest,
});

const found = async (reference) => {
  const { items } = await house.ask('GET', `/api/v1/orders?search=${reference}`);
  return items.map(({ state, payable, paid, refunded }) => [state, payable, paid, refunded]);
};
const level = async () => {
  const [{ on_hand, reserved }] = (await house.ask('GET', `/api/v1/stock/levels?variant=${shirt.id}`)).items;
  return [on_hand, reserved];
};
const kept = async (system) => (await house.ask('GET', `/api/v1/connections/${shops[system].id}/kept`)).items;

test('an order of Shopify is one order of ours, however often and in whatever order it is told', async () => {
  const paid = orderOfShopify({ financial_status: 'paid', updated_at: '2026-11-20T10:05:00+01:00' });
  assert.deepEqual(await send('shopify', 'orders/updated', paid, { event: 'paid' }), [200, 'done']);
  assert.deepEqual(await send('shopify', 'orders/updated', paid, { event: 'paid' }), [200, 'known']);
  assert.deepEqual(await send('shopify', 'orders/create', orderOfShopify()), [200, 'older']);
  assert.deepEqual(await found('1001'), [['confirmed', '44.95', '44.95', '0.00']]);
  assert.deepEqual(await level(), [9, 2]);
  const sent = { ...paid, fulfillment_status: 'fulfilled', updated_at: '2026-11-21T08:00:00Z' };
  assert.deepEqual(await send('shopify', 'orders/updated', sent), [200, 'done']);
  const back = {
    id: 509562969, order_id: paid.id,
    refund_line_items: [{ quantity: 1, restock_type: 'return', line_item: { sku: 'SHIRT-M' } }],
    transactions: [{ kind: 'refund', status: 'success', amount: '20.00' }],
  };
  assert.deepEqual(await send('shopify', 'refunds/create', back), [200, 'done']);
  assert.deepEqual(await found('1001'), [['partly_returned', '44.95', '44.95', '20.00']]);
  assert.deepEqual(await level(), [8, 0]);
});

test('an order of WooCommerce counts once in revenue, and is cancelled with its shop', async () => {
  assert.deepEqual(await send('woocommerce', 'order.created', orderOfWoo()), [200, 'done']);
  assert.deepEqual(await found('727'), [['confirmed', '24.20', '24.20', '0.00']]);
  assert.deepEqual(await send('woocommerce', 'order.deleted', { id: 727 }), [200, 'done']);
  assert.deepEqual(await found('727'), [['cancelled', '24.20', '24.20', '0.00']]);
  const late = orderOfWoo({ status: 'completed' });
  assert.deepEqual(await send('woocommerce', 'order.updated', late), [200, 'older']);
  assert.deepEqual(await level(), [8, 0]);
});

test('what is forged is refused, and what does not fit is kept and can be tried again', async () => {
  const lamp = orderOfShopify({ id: 9, name: '#1009' });
  lamp.line_items[0].sku = 'LAMP';
  assert.deepEqual(await send('shopify', 'orders/create', lamp, { key: 'guessed' }), [401, 'sluis_webhook_signature']);
  assert.deepEqual(await send('shopify', 'carts/update', {}), [400, 'sluis_webhook_topic']);
  assert.deepEqual(await send('shopify', 'orders/create', lamp), [200, 'kept', 'webhook_product_unknown']);
  assert.deepEqual(await send('shopify', 'refunds/create', { order_id: 77 }), [200, 'kept', 'webhook_order_not_here']);
  assert.deepEqual(await send('shopify', 'customers/redact', { customer: { email: 'kim@example.com' } }), [200, 'kept', 'webhook_for_a_person']);
  assert.deepEqual(await send('shopify', 'orders/create', { id: 5 }), [200, 'kept', 'webhook_unreadable']);
  assert.deepEqual((await kept('shopify')).map(({ topic, subject }) => [topic, subject]), [
    ['orders/create', '5'], ['customers/redact', ''], ['refunds/create', '77'], ['orders/create', '9'],
  ]);
  const product = await house.ask('POST', '/api/v1/catalog/products', { name: 'Lamp', state: 'on_sale' });
  const variant = await house.ask('POST', `/api/v1/catalog/products/${product.id}/variants`, { sku: 'LAMP' });
  await house.ask('POST', '/api/v1/stock/movements', { kind: 'received', variant: variant.id, location: depot.id, quantity: 2 });
  const last = (await kept('shopify')).at(-1);
  const tried = await house.ask('POST', `/api/v1/connections/${shops.shopify.id}/kept/${last.id}/try`);
  assert.deepEqual(tried, { outcome: 'done' });
  assert.equal((await found('1009')).length, 1);
  await house.ask('DELETE', `/api/v1/connections/${shops.shopify.id}/kept/${(await kept('shopify'))[0].id}`);
  assert.equal((await kept('shopify')).length, 2);
  assert.deepEqual(await send('shopify', 'inventory_levels/update', { inventory_item_id: 1 }), [200, 'done']);
});
