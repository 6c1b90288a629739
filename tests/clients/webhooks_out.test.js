// What Sluis tells others: verified with the unmodified library of Standard Webhooks, while the secret is replaced too.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { House } from './house.js';

let house, listener, webhook;
const got = [];

// Takes what comes as a subscriber would: the first time it is away.
let away = true;
const take = (request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    got.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(away ? 503 : 204).end();
    away = false;
    listener.emit('heard');
  });
};
async function heard(count) {
  while (got.length < count) await once(listener, 'heard', { signal: AbortSignal.timeout(20_000) });
  return got[count - 1];
}

before(async () => {
  listener = createServer(take).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  process.env.SLUIS_OUTGOING_PRIVATE_HOSTS = '127.0.0.1';
  house = await House.start();
  webhook = await house.ask('POST', '/api/v1/webhooks', {
    name: 'Books',
    address: `http://127.0.0.1:${listener.address().port}/in`,
    facts: ['catalog.product_added'],
  });
});
after(async () => {
  await house?.stop();
  listener.closeAllConnections();
  listener.close();
});

test('a fact is verified, and is the same fact when it is sent again', async () => {
  const product = await house.ask('POST', '/api/v1/catalog/products', { name: 'Shirt' });
  const [first, second] = [await heard(1), await heard(2)];
  assert.equal(second.headers['webhook-id'], first.headers['webhook-id']);
  const fact = new Webhook(webhook.secret).verify(second.body, second.headers);
  assert.equal(fact.type, 'catalog.product_added');
  assert.equal(fact.data.id, product.id);
});

test('while a secret is replaced both hold, and no other does', async () => {
  const { secret } = await house.ask('POST', `/api/v1/webhooks/${webhook.id}/secrets`);
  await house.ask('POST', `/api/v1/webhooks/${webhook.id}/tests`);
  const { body, headers } = await heard(3);
  for (const key of [webhook.secret, secret]) {
    assert.equal(new Webhook(key).verify(body, headers).type, 'sluis.test');
  }
  const other = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
  assert.throws(() => new Webhook(other).verify(body, headers));
});
