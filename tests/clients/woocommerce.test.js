// @woocommerce/woocommerce-rest-api: reads and sets products, places orders and moves them on, and
// what Sluis stored is what it did.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import woocommerce from '@woocommerce/woocommerce-rest-api';
import { House } from './house.js';

const WooCommerceRestApi = woocommerce.default ?? woocommerce;

let house, shop, api, shirt;
const refused = async (asking) => (await asking.then(assert.fail, (error) => error)).response;

before(async () => {
  house = await House.start();
  const post = (path, body) => house.ask('POST', path, body);
  const channel = await post('/api/v1/channels', { name: 'Shop', form: 'webshop' });
  const warehouse = await post('/api/v1/stock/locations', { code: 'depot', name: 'Depot', kind: 'warehouse' });
  const product = await post('/api/v1/catalog/products', { name: 'Shirt', state: 'on_sale' });
  const price = { channel: null, segment: null, currency: 'EUR', amount: '24.20', includes_vat: true, from: null, to: null };
  shirt = await post(`/api/v1/catalog/products/${product.id}/variants`, { sku: 'SHIRT-M', prices: [price] });
  await post('/api/v1/stock/movements', { kind: 'received', variant: shirt.id, location: warehouse.id, quantity: 5 });
  shop = await post('/api/v1/connections', {
    name: 'Till', system: 'woocommerce', channel: channel.id, location: warehouse.id,
  });
  const consumerSecret = shop.secrets.find(({ purpose }) => purpose === 'consumer').secret;
  api = new WooCommerceRestApi({ url: house.url, consumerKey: shop.key, consumerSecret });
});
after(() => house.stop());

const onHand = async () =>
  (await house.ask('GET', `/api/v1/stock/levels?variant=${shirt.id}`)).items.map(
    ({ on_hand, reserved }) => [on_hand, reserved],
  );
const orders = async () => (await house.ask('GET', '/api/v1/orders')).items;

test('a product is found, and its stock and price are set', async () => {
  const { data, headers } = await api.get('products', { sku: 'shirt-m', per_page: 20 });
  assert.equal(headers['x-wp-total'], '1');
  assert.equal(data[0].stock_quantity, 5);
  assert.equal(data[0].regular_price, '24.20');
  const set = await api.put(`products/${data[0].id}`, { ...data[0], stock_quantity: 7, regular_price: '22.99' });
  assert.equal(set.data.id, data[0].id);
  assert.deepEqual(await onHand(), [[7, 0]]);
  const { prices } = await house.ask('GET', `/api/v1/catalog/variants/${shirt.id}`);
  assert.deepEqual(prices.map(({ channel, amount }) => [channel, amount]), [[null, '24.20'], [shop.channel, '22.99']]);
});

test('an order is placed, paid, sent and found again', async () => {
  const [{ id }] = (await api.get('products')).data;
  const line = { product_id: id, quantity: 2 };
  const placed = await api.post('orders', {
    payment_method: 'bacs', line_items: [line],
    billing: { first_name: 'Kim', last_name: 'Jansen', email: 'kim@example.com', address_1: 'Dam 1', city: 'Amsterdam', country: 'NL' },
  });
  assert.equal(placed.status, 201);
  assert.equal(placed.data.status, 'pending');
  assert.equal(placed.data.total, '45.98');
  assert.deepEqual(await onHand(), [[7, 2]]);
  await api.put(`orders/${placed.data.id}`, { status: 'processing' });
  const sent = await api.put(`orders/${placed.data.id}`, { status: 'completed' });
  assert.equal(sent.data.line_items[0].sku, 'SHIRT-M');
  assert.deepEqual(await onHand(), [[5, 0]]);
  const [stored] = await orders();
  assert.equal(stored.state, 'fulfilled');
  assert.equal(stored.paid, '45.98');
  assert.equal(stored.channel, shop.channel);
  assert.equal(stored.buyer, 'Kim Jansen');
  const listed = await api.get('orders', { status: 'completed' });
  assert.deepEqual(listed.data.map((one) => one.id), [placed.data.id]);
  assert.equal((await api.get('orders', { status: 'pending' })).headers['x-wp-total'], '0');
});

test('what cannot be is refused in the words of WooCommerce, and leaves nothing', async () => {
  const [{ id }] = (await api.get('products')).data;
  const tooMany = await refused(api.post('orders', { line_items: [{ product_id: id, quantity: 500 }] }));
  assert.equal(tooMany.status, 409);
  assert.deepEqual([tooMany.data.code, tooMany.data.data.status], ['sluis_order_too_few', 409]);
  const unknown = await refused(api.get('products/999999'));
  assert.deepEqual([unknown.status, unknown.data.code], [404, 'woocommerce_rest_product_invalid_id']);
  const [{ id: done }] = (await api.get('orders')).data;
  const back = await refused(api.put(`orders/${done}`, { status: 'pending' }));
  assert.equal(back.data.code, 'sluis_status_not_possible');
  const stranger = new WooCommerceRestApi({ url: house.url, consumerKey: shop.key, consumerSecret: 'cs_forged' });
  const forged = await refused(stranger.get('orders'));
  assert.deepEqual([forged.status, forged.data.code], [401, 'woocommerce_rest_authentication_error']);
  assert.equal((await orders()).length, 1);
  assert.deepEqual(await onHand(), [[5, 0]]);
});

test('a request that was overheard cannot be sent again', async () => {
  const said = await api.get('products');
  const again = await fetch(house.url + said.request.path);
  assert.equal(again.status, 401);
});
