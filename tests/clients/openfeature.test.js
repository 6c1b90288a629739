// @openfeature/server-sdk and @openfeature/web-sdk with their providers of OFREP: a placement is a flag.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature } from '@openfeature/server-sdk';
import { OpenFeature as OnPages } from '@openfeature/web-sdk';
import { House } from './house.js';

const words = { title: 'Advice', body: 'By people who know', button: 'Read' };
let house;
let secret;
before(async () => {
  house = await House.start();
  secret = await house.secretKey();
  const post = (path, body) => house.ask('POST', path, body);
  const shop = await post('/api/v1/channels', { name: 'Shop', form: 'webshop' });
  const { cookie } = house.people;
  const { version } = await house.ask('GET', '/api/v1/decisions/settings');
  await house.site.ask('PATCH', '/api/v1/decisions/settings', {
    cookie,
    headers: { 'If-Match': `"${version}"` },
    body: { hold_out_basis_points: 0, exploration_basis_points: 5000 },
  });
  const offer = { code: 'advice', name: 'Advice', act: 'advice', texts: { nl: words, en: words } };
  const { id } = await post('/api/v1/decisions/offers', offer);
  await post('/api/v1/decisions/placements', { code: 'product', name: 'Product', channel: shop.id, offers: [id] });
  await post('/api/v1/decisions/policies');
});
after(async () => {
  await OpenFeature.close();
  await OnPages.close();
  await house.stop();
});

const headers = (key) => [['Authorization', `Bearer ${key}`]];
const inDoubt = { consent: true, page_views: 5 };

test('a server asks for its users, and what is offered can be shown and answered', async () => {
  await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl: house.url, headers: headers(secret) }));
  const client = OpenFeature.getClient();
  // Each draws it with a chance of a quarter at least.
  let offered;
  for (let i = 0; i < 60 && !offered?.value; ++i)
    offered = await client.getStringDetails('product', 'mine', { targetingKey: `u-${i}`, ...inDoubt });
  const { value, variant, reason, flagMetadata } = offered;
  assert.deepEqual({ value, variant, reason }, { value: 'advice', variant: 'advice', reason: 'SPLIT' });
  assert.equal(flagMetadata.title, 'Advice');
  const told = await house.ask('GET', `/api/v1/decisions/${flagMetadata.decision}`);
  assert.equal(told.reason, 'chosen');
  assert.equal(told.probability, flagMetadata.probability);
  assert.equal(told.policy, flagMetadata.policy);
});

test('what is wrong is said in the words of OpenFeature, and the default holds', async () => {
  const client = OpenFeature.getClient();
  const ask = async (flag, context) => {
    const { value, errorCode } = await client.getStringDetails(flag, 'mine', context);
    return [value, errorCode];
  };
  assert.deepEqual(await ask('nowhere', { targetingKey: 'u-1' }), ['mine', 'FLAG_NOT_FOUND']);
  assert.deepEqual(await ask('product', { consent: true }), ['mine', 'TARGETING_KEY_MISSING']);
  assert.deepEqual(await ask('product', { targetingKey: 'u-1', page_views: -1 }), ['mine', 'INVALID_CONTEXT']);
});

test('a page asks for all flags at once with the handle of its visitor', async () => {
  const key = await house.publicKey('https://shop.example');
  const given = await fetch(`${house.url}/api/v1/decisions/handles`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, Origin: 'https://shop.example', 'Content-Type': 'application/json' },
    body: '{}',
  });
  const { handle } = await given.json();
  const statuses = [];
  const provider = new OFREPWebProvider({
    baseUrl: house.url,
    pollInterval: 0,
    cacheMode: 'disabled',
    headers: [...headers(key), ['Origin', 'https://shop.example']],
    fetchImplementation: async (...of) => {
      const answer = await fetch(...of);
      statuses.push(answer.status);
      return answer;
    },
  });
  const early = { targetingKey: handle, consent: true, page_views: 1 };
  await OnPages.setProviderAndWait(provider, early);
  const { value, flagMetadata } = OnPages.getClient().getStringDetails('product', 'mine');
  assert.deepEqual([value, flagMetadata.gate], ['', 'timing']);
  // What it has already is not sent again.
  await OnPages.setContext({ ...early, plan: 'gold' });
  assert.deepEqual(statuses, [200, 304]);
});
