// A real Sluis with a key for each of its senders, and what it stored.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Site } from '../browser/site.js';

const program =
  process.env.SLUIS_PROGRAM ??
  fileURLToPath(new URL('../../build/release/sluis', import.meta.url));
const run = promisify(execFile);
const patienceMs = 20_000;

const dayFromNow = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// A build without measures has no results to compare.
export const unmeasured = !/^ *kpi\b/m.test(execFileSync(program, ['help'], { encoding: 'utf8' }));

export class House {
  static async start() {
    const house = new House();
    house.site = await Site.start();
    house.people = await house.site.setUp();
    house.url = house.site.address;
    return house;
  }

  async stop() {
    await this.site.remove();
  }

  // A command, done by the server that owns the data.
  async command(...words) {
    const { stdout } = await run(program, [...words, '--data', this.site.data]);
    return stdout.trim();
  }

  // A key that only servers know; what it says of money counts.
  async secretKey(name = 'server') {
    return this.command('key', 'create', '--name', name, '--scope', 'ingest');
  }

  // A key that stands in pages of one site; what it says of money does not count.
  async publicKey(origin, name = 'browser') {
    return this.command('key', 'create', '--name', name, '--scope', 'track', '--origin', origin);
  }

  async ask(method, path, body) {
    const { cookie } = this.people;
    return (await this.site.ask(method, path, { cookie, body })).body;
  }

  // How many events of each kind are stored, over all channels.
  async kinds() {
    const kinds = {};
    for (const { aspect, name, events } of (await this.ask('GET', '/api/v1/events/coverage')).coverage) {
      if (aspect === 'kind') kinds[name] = (kinds[name] ?? 0) + events;
    }
    return kinds;
  }

  async quarantined() {
    return (await this.ask('GET', '/api/v1/events/quarantine')).items;
  }

  // Orders, units and revenue as everybody reads them, summed over the channels.
  async results() {
    const [from, to] = [-1, 2].map(dayFromNow);
    const csv = await this.command('kpi', '--from', from, '--to', to, '--format', 'csv');
    const [head, ...rows] = csv.split('\n').map((line) => line.split(','));
    const sum = (name) =>
      rows.reduce((total, row) => total + Number(row[head.indexOf(name)]), 0).toFixed(2);
    return {
      orders: Number(sum('orders')),
      units: Number(sum('units')),
      gross: sum('gross_revenue'),
      refunds: sum('refunds'),
      net: sum('net_revenue'),
    };
  }

  // Asks until what is stored is what is expected: clients send when it suits them.
  async holds(read, expected) {
    const until = Date.now() + patienceMs;
    for (;;) {
      const found = await read.call(this);
      try {
        return assert.deepEqual(found, expected);
      } catch (difference) {
        if (Date.now() > until) throw difference;
      }
    }
  }

  // Nothing was misunderstood.
  async understoodAll() {
    assert.deepEqual(await this.quarantined(), []);
  }
}

// One sale, as every test sells it: 40.00 without VAT, of which one line comes back.
export const order = (reference) => ({
  order_id: reference,
  revenue: 40,
  total: 53.35,
  tax: 8.4,
  shipping: 4.95,
  currency: 'EUR',
  products: [
    { sku: 'LAMP', name: 'Lamp', price: 12.5, quantity: 2 },
    { sku: 'VAAS', name: 'Vaas', price: 15, quantity: 1 },
  ],
});
export const refund = (reference) => ({
  order_id: reference,
  currency: 'EUR',
  products: [{ sku: 'VAAS', price: 15, quantity: 1 }],
});
export const sold = { orders: 1, units: 3, gross: '40.00', refunds: '15.00', net: '25.00' };
