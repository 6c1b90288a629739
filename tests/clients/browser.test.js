// @segment/analytics-next as its users load it, in Chromium, on a page of another origin.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../browser/browser.js';
import { House, order, unmeasured } from './house.js';

// The library as it is published; it fetches its own parts from beside itself.
const library = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@segment/analytics-next/package.json')),
  'dist/umd',
);
let house;
let shop;
let browser;

// A page that knows nothing but the address of Sluis and its public key.
const page = (url, key) => `<!doctype html><title>Lamp</title>
<script>
  var analytics = window.analytics = [];
  analytics._cdn = '${url}';
  analytics._writeKey = '${key}';
  ['page', 'track', 'identify', 'ready'].forEach(function (call) {
    analytics[call] = function () { analytics.push([call].concat([].slice.call(arguments))); };
  });
  analytics.page();
</script>
<script src="/standalone.js"></script>`;

before(async () => {
  house = await House.start();
  shop = createServer((request, response) => {
    const file = path.join(library, path.basename(request.url));
    if (request.url.endsWith('.js')) return createReadStream(file).pipe(response);
    response.setHeader('Content-Type', 'text/html').end(page(house.url, shop.key));
  });
  await new Promise((listening) => shop.listen(0, '127.0.0.1', listening));
  shop.origin = `http://localhost:${shop.address().port}`;
  shop.key = await house.publicKey(shop.origin);
  browser = await launch();
});
after(async () => {
  await browser.close();
  shop.closeAllConnections();
  shop.close();
  await house.stop();
});

const visit = async (origin, act) => {
  const tab = await browser.newPage();
  await tab.goto(`${origin}/lamp?utm_campaign=spring`);
  await tab.waitForFunction(() => window.analytics.initialized);
  await tab.evaluate(act, order('H-1'));
  return tab;
};

test('what a visitor does is stored, and a sale told by a browser does not count', async () => {
  await visit(shop.origin, async (sale) => {
    await window.analytics.identify('u1', { email: 'kim@example.com' });
    await window.analytics.track('Product Viewed', { sku: 'LAMP' });
    await window.analytics.track('Order Completed', sale);
  });
  await house.holds(house.kinds, {
    page_viewed: 1,
    identified: 1,
    product_viewed: 1,
    order_completed: 1,
    order_line: 2,
  });
  await house.understoodAll();
});

test('the key of one site is no use to another', async () => {
  const elsewhere = shop.origin.replace('localhost', '127.0.0.1');
  const before = await house.kinds();
  const tab = await browser.newPage();
  const refused = tab.waitForResponse((response) => response.url() === `${house.url}/p`);
  await tab.goto(elsewhere);
  assert.equal((await refused).status(), 403);
  assert.deepEqual(await house.kinds(), before);
});

test('no money is counted that only a browser told of', { skip: unmeasured }, () =>
  house.holds(house.results, { orders: 0, units: 0, gross: '0.00', refunds: '0.00', net: '0.00' }));
