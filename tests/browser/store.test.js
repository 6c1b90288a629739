// In a store: a label is printed, its code is read from the paper and opened on the customer's phone, who asks; a
// colleague accepts on theirs, sees where the customer stands, and both write. Then the customer is forgotten.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { axe, launch, visitor } from './browser.js';
import { fillGoods, fillStock } from './goods.js';
import { PNG } from './modules.js';
import { Site } from './site.js';
import { arrive, fillDesk } from './talks.js';
import { fill } from './van_dalen.js';

const sku = 'PLAID-WAD-GRIJS';
const mostMs = 2_000;

let site;
let browser;
let mila;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  mila = await site.setUp();
  await fill(site, mila);
  const locations = await fillStock(site, mila, await fillGoods(site, mila));
  const { team } = await fillDesk(site, mila);
  await site.ask('PATCH', `/api/v1/contacts/teams/${team.id}`, {
    cookie: mila.cookie,
    headers: { 'If-Match': '"1"' },
    body: { location: locations.get('zwolle').id },
  });
  await arrive(site, mila);
});
after(async () => {
  await browser?.close();
  await site?.remove();
});

// Debian's zbar reads a picture in shades of grey.
const scanner = `
import sys, zbar
width, height = int(sys.argv[1]), int(sys.argv[2])
image = zbar.Image(width, height, 'Y800', sys.stdin.buffer.read())
zbar.ImageScanner().scan(image)
print(*(symbol.data for symbol in image))`;

// What a scanner reads from the sheet as it is printed.
async function printed(page) {
  await page.emulateMedia({ media: 'print' });
  const { width, height, data } = PNG.sync.read(await page.locator('article svg').first().screenshot());
  await page.emulateMedia({ media: 'screen' });
  const grey = Uint8Array.from({ length: width * height }, (_, at) => data[4 * at]);
  const size = [String(width), String(height)];
  return execFileSync('/usr/bin/python3', ['-c', scanner, ...size], { input: grey, encoding: 'utf8' }).trim();
}

// A phone on a mobile network: 4G as it is in a shop, and a processor of four years ago.
async function slow(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 60,
    downloadThroughput: (4 * 1024 * 1024) / 8,
    uploadThroughput: (1024 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

test('from a printed label to a colleague who comes, within seconds, and forgotten on request', async () => {
  const staff = await visitor(browser, site, { cookie: mila.cookie, width: 'phone' });
  await staff.page.goto(`${site.address}/store/labels`);
  await staff.page.getByLabel('Winkel', { exact: true }).selectOption('zwolle');
  await staff.page.getByLabel('Schap (mag leeg)').fill('A 12');
  await staff.page.getByLabel(/^Wat ligt er/).fill(sku);
  await staff.page.keyboard.press('Enter');
  await staff.page.getByRole('img', { name: 'QR-code van Plaid Wad' }).waitFor();
  const link = await printed(staff.page);
  assert.match(link, /\/01\/\d{14}\?at=zwolle&shelf=A%2012$/);
  assert.deepEqual(await axe(staff.page), []);
  await staff.page.goto(`${site.address}/store`);
  await staff.page.getByText('Niemand die dat heeft laten weten.').waitFor();

  const customer = await visitor(browser, site, { width: 'phone' });
  await slow(customer.page);
  const scanned = performance.now();
  await customer.page.goto(link, { waitUntil: 'commit' });
  await customer.page.getByText('op onze website').waitFor();
  const took = performance.now() - scanned;
  assert.ok(took < mostMs, `the product stood there after ${Math.round(took)} ms`);
  assert.equal(await customer.page.evaluate(() => localStorage.length), 0);
  assert.deepEqual(await axe(customer.page), []);

  await customer.page.getByLabel('Uw vraag').fill('Mag hij in de was?');
  const asked = performance.now();
  await customer.page.getByRole('button', { name: 'Laat een collega komen' }).click();
  await staff.page.getByRole('group', { name: 'Aangeboden aan u' }).waitFor();
  const rang = performance.now() - asked;
  assert.ok(rang < mostMs, `a colleague saw it after ${Math.round(rang)} ms`);
  console.log(`# scan to screen ${Math.round(took)} ms, question to a colleague ${Math.round(rang)} ms`);
  await staff.page.getByText('schap A 12').first().waitFor();
  assert.deepEqual(await axe(staff.page), []);
  await staff.page.getByRole('button', { name: /^Aannemen/ }).click();
  await staff.page.getByText('schap A 12 · Plaid Wad').waitFor();
  await staff.page.getByLabel('Antwoord').fill('Ik kom eraan.');
  await staff.page.keyboard.press('Enter');
  await customer.page.getByText('Ik kom eraan.').waitFor();

  await customer.page.goto(link);
  await customer.page.getByText(/zien tot .* waar u staat/).waitFor();
  await customer.page.getByRole('button', { name: 'Vergeet dat nu' }).click();
  await customer.page.getByText(/zien tot .* waar u staat/).waitFor({ state: 'detached' });
  await staff.page.getByRole('button', { name: 'Terug', exact: true }).click();
  await staff.page.getByText('Niemand die dat heeft laten weten.').waitFor();
  await Promise.all([staff.close(), customer.close()]);
});
