// A person finds a customer, reads what is known and allowed, takes an identity out and puts it back, and forgets
// somebody; an analyst sees figures and no names.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.js';
import { fillEvents, known, makeKey, sendEvents } from './signals.js';
import { join, Site } from './site.js';
import { fill } from './van_dalen.js';

let site;
let browser;
let mila;

const all = ({ items }) => items.length === 4 && items.every(({ name }) => name);

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  mila = await site.setUp();
  await fill(site, mila);
  await fillEvents(site, mila);
  await known(site, mila, '/api/v1/customers', all);
});
after(async () => {
  await browser?.close();
  await site?.remove();
});

async function at(path, options = {}) {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(site.address + path);
  await visit.page.locator('h1').waitFor();
  return visit;
}

test('the list is sorted, searched and filtered by the server, and the URL says how', async () => {
  const { page, close } = await at('/customers');
  const rows = page.getByRole('grid').getByRole('row');
  await page.getByText('4 klanten').waitFor();
  assert.match(await rows.nth(1).textContent(), /Zoë van Dijk/, 'who bought most comes first');
  const revenue = page.getByRole('columnheader', { name: 'Omzet' }).getByRole('button').first();
  await revenue.click(); // in no order
  await revenue.click();
  await rows.nth(1).getByText('Kim de Vries').waitFor();
  await page.getByLabel('Zoek klanten').fill('noor');
  await page.getByText('1 klant', { exact: true }).waitFor();
  await page.reload();
  await page.getByText('1 klant', { exact: true }).waitFor();
  await page.getByText('Noor Bakker').waitFor();
  await close();
});

test('the panel tells who somebody is, what it is worth and what is allowed; a split is taken back', async () => {
  const { page, close } = await at('/customers');
  await page.getByText('Kim de Vries').click();
  const panel = page.getByRole('complementary');
  await panel.getByText('€ 124,50').first().waitFor();
  await panel.getByText('is klant').first().waitFor();
  await panel.getByText('Order', { exact: true }).first().waitFor();
  await panel.getByRole('button', { name: 'device-0 hoort niet bij deze klant' }).click();
  await page.getByText('device-0 is eruit gehaald').waitFor();
  await panel.getByRole('button', { name: /device-0 hoort/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByText('Teruggedraaid, precies zoals het was').waitFor();
  await panel.getByRole('button', { name: /device-0 hoort/ }).waitFor();
  await close();
});

test('a person is forgotten after a typed word, and the list names what goes', async () => {
  const { page, close } = await at('/customers');
  await page.getByText('Sven Dekker').click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Vergeet deze persoon' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('sven@example.com').waitFor();
  const erase = dialog.getByRole('button', { name: 'Vergeet deze persoon' });
  assert.equal(await erase.isDisabled(), true);
  await dialog.getByLabel(/^Typ/).fill('vergeet');
  await erase.click();
  await page.getByText('De persoon is vergeten').waitFor();
  await known(site, mila, '/api/v1/customers', ({ items }) =>
    items.every(({ name, email }) => name !== 'Sven Dekker' && email !== 'sven@example.com'),
  );
  await close();
});

test('amounts are in the currency of the figures, whatever the company has become', async () => {
  const address = '/api/v1/company';
  const { body, headers } = await site.ask('GET', address, { cookie: mila.cookie });
  const put = (etag, currency) =>
    site.ask('PUT', address, {
      cookie: mila.cookie,
      headers: { 'If-Match': etag },
      body: { name: body.name, zone: body.zone, language: body.language, currency },
    });
  const changed = await put(headers.get('ETag'), 'USD');
  const { page, close } = await at('/customers');
  await page.getByRole('gridcell', { name: '€ 277,50' }).waitFor();
  assert.equal(await page.getByRole('gridcell', { name: /\$/ }).count(), 0);
  await put(changed.headers.get('ETag'), body.currency);
  await close();
});

test('who is the same person is decided without opening anybody', async () => {
  const { secret } = await makeKey(site, mila, { name: 'App', channel: 'App' });
  const email = { kind: 'email', value: 'gezin@example.com' };
  const seen = (value) => ({
    message_id: value,
    kind: 'page_viewed',
    identities: [{ kind: 'user', value }, email],
  });
  await sendEvents(site, secret, [seen('vader'), seen('moeder')]);
  const proposals = '/api/v1/customers/proposals';
  const { items } = await known(site, mila, proposals, (now) => now.items.length === 1);
  const { page, close } = await at('/customers?dialog=proposals');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/vader/).first().waitFor();
  await dialog.getByText(/moeder/).first().waitFor();
  await dialog.getByRole('button', { name: 'Twee personen' }).click();
  await dialog.getByText('Geen voorstellen').waitFor();
  for (const id of [items[0].customer, items[0].other_customer]) {
    const { body } = await site.ask('GET', `/api/v1/customers/${id}/history`, mila);
    assert.ok(body.items.every(({ action }) => action !== 'opened'));
  }
  await close();
});

test('an analyst sees figures and no names', async () => {
  const cookie = await join(site, mila, { name: 'Nina Postma', roles: ['analyst'] });
  const { page, close } = await at('/customers', { cookie });
  await page.getByText('€ 277,50').waitFor();
  assert.equal(await page.getByText('Kim de Vries').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Zelfde persoon?' }).count(), 0);
  await close();
});
