// matomo-tracker: hits one by one as a picture, and in bulk.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Matomo from 'matomo-tracker';
import { House, sold, unmeasured } from './house.js';

let house;
before(async () => (house = await House.start()));
after(() => house.stop());

test('hits are stored as facts', async () => {
  const key = await house.secretKey();
  const client = new Matomo(key, `${house.url}/matomo.php`);
  const url = 'https://shop.example/lamp';
  client.track({ url, action_name: 'Lamp', uid: 'u1', _pks: 'LAMP' });
  client.track({ url, e_c: 'Video', e_a: 'Play', uid: 'u1' });
  const items = [['LAMP', 'Lamp', 'Licht', 12.5, 2], ['VAAS', 'Vaas', 'Wonen', 15, 1]];
  const sale = { ec_id: 'F-1', revenue: 53.35, ec_tx: 8.4, ec_sh: 4.95, uid: 'u1', url };
  const hits = [{ url, uid: 'u2' }, { ...sale, idgoal: 0, ec_items: JSON.stringify(items) }];
  const answer = JSON.parse(await new Promise((done) => client.trackBulk(hits, done)));
  assert.deepEqual(answer, { status: 'success', tracked: 4, invalid: 0 });
  await house.holds(house.kinds, {
    product_viewed: 1,
    play: 1,
    page_viewed: 1,
    order_completed: 1,
    order_line: 2,
  });
  await house.understoodAll();
});

test('the sale counts once, without VAT and shipping', { skip: unmeasured }, () =>
  house.holds(house.results, { ...sold, refunds: '0.00', net: '40.00' }));
