// A person looks what lies where, why so many are free, and writes down what comes and goes; somebody in a store
// counts with a telephone.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { launch, visitor, widths } from './browser.js';
import { fillGoods, fillStock } from './goods.js';
import { join, Site } from './site.js';
import { fill } from './van_dalen.js';

let site;
let browser;
let mila;
let variants;
let locations;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  mila = await site.setUp();
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

async function openLamp(page) {
  await page.getByText('Tafellamp Kiezel').click();
  return page.getByRole('complementary');
}

const levelOf = async (sku, code) => {
  const query = `variant=${variants.get(sku).id}&location=${locations.get(code).id}`;
  const { items } = (await site.ask('GET', `/api/v1/stock/levels?${query}`, mila)).body;
  return items[0];
};

test('the first steps lead from products to a location', async () => {
  const { page, close } = await at('/stock');
  await page.getByText('Nog niets om op voorraad te hebben').waitFor();
  await fill(site, mila);
  variants = await fillGoods(site, mila);
  await page.reload();
  await page.getByText('Nog geen locaties').waitFor();
  await page.getByRole('button', { name: 'Nieuwe locatie' }).click();
  await page.getByLabel('Naam').fill('Depot Urk');
  await page.getByLabel('Naam').press('Enter');
  await page.getByText('Depot Urk is bewaard').waitFor();
  await page.getByRole('columnheader', { name: 'Depot Urk' }).waitFor();
  locations = await fillStock(site, mila, variants);
  await close();
});

test('the matrix is searched and filtered by the server, and the URL says how', async () => {
  const { page, close } = await at('/stock');
  const lamp = page.getByRole('row').filter({ hasText: 'TAFELLAMP-KIEZEL' });
  await lamp.getByRole('gridcell', { name: '33', exact: true }).waitFor();
  await page.getByText('Gereserveerd', { exact: true }).click();
  await lamp.getByRole('gridcell', { name: '3', exact: true }).first().waitFor();
  await page.getByText('Vrij te beloven', { exact: true }).last().click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Kanaal' }).click();
  await page.getByText('bol', { exact: true }).click();
  await page.keyboard.press('Escape');
  await lamp.getByRole('gridcell', { name: '29', exact: true }).waitFor();
  await page.getByLabel('Zoek product, SKU of GTIN').fill('kiezel');
  await page.getByText('1 variant', { exact: true }).waitFor();
  await page.reload();
  await page.getByText('1 variant', { exact: true }).waitFor();
  await close();
});

test('the panel tells why so many are free, per channel; safety stock is set and taken back', async () => {
  const { page, close } = await at('/stock');
  const panel = await openLamp(page);
  await panel.getByRole('status').getByText('33').waitFor();
  await panel.getByLabel('Kanaal').selectOption({ label: 'bol' });
  await panel.getByRole('status').getByText('29').waitFor();
  const store = panel.getByRole('row').filter({ hasText: 'Winkel Zwolle' });
  assert.match(await store.textContent(), /3.*0.*− 2.*0/);
  const safety = panel.getByLabel('Veiligheidsvoorraad van Magazijn Meppel');
  await safety.fill('4');
  await safety.press('Tab');
  await page.getByText('Veiligheidsvoorraad gewijzigd').waitFor();
  await panel.getByRole('status').getByText('25').waitFor();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await panel.getByRole('status').getByText('29').waitFor();
  await panel.getByText('6 in Bus 4').waitFor();
  await close();
});

test('pieces are received, moved and refused when there are too few', async () => {
  const { page, problems, close } = await at('/stock');
  const panel = await openLamp(page);
  await panel.getByRole('button', { name: 'Ontvangen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Locatie').selectOption({ label: 'Winkel Amsterdam' });
  await dialog.getByLabel('Stuks', { exact: true }).fill('1,5');
  await dialog.getByRole('button', { name: 'Ontvangen' }).click();
  await dialog.getByText('Vul hele stuks in').waitFor();
  await dialog.getByLabel('Stuks', { exact: true }).fill('5');
  await dialog.getByRole('button', { name: 'Ontvangen' }).click();
  await page.getByText('TAFELLAMP-KIEZEL: 5 stuks ontvangen').waitFor();
  await panel.getByRole('status').getByText('38').waitFor();
  await panel.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Verplaatsen' }).click();
  await dialog.getByLabel('Van', { exact: true }).selectOption({ label: 'Winkel Amsterdam' });
  await dialog.getByLabel('Naar').selectOption({ label: 'Winkel Zwolle' });
  await dialog.getByLabel('Stuks', { exact: true }).fill('6');
  await dialog.getByRole('button', { name: 'Verplaatsen' }).click();
  await dialog.getByRole('alert').first().waitFor();
  await dialog.getByLabel('Stuks', { exact: true }).fill('2');
  await dialog.getByRole('button', { name: 'Verplaatsen' }).click();
  await page.getByText('TAFELLAMP-KIEZEL: 2 stuks verplaatst').waitFor();
  assert.equal((await levelOf('TAFELLAMP-KIEZEL', 'amsterdam')).on_hand, 3);
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 409 /.test(text)));
  await close();
});

test('a reservation is handed over after a question that says what happens', async () => {
  const { page, close } = await at('/stock?tab=reservations');
  await page.getByText('W-1024').waitFor();
  await page.getByRole('button', { name: 'Uitleveren' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3 stuks verlaten de voorraad als verkocht.').waitFor();
  await dialog.getByRole('button', { name: 'Uitleveren' }).click();
  await page.getByText('3 stuks uitgeleverd').waitFor();
  await page.getByText('Er is niets beloofd.').waitFor();
  await page.getByLabel('Status').selectOption({ label: 'Uitgeleverd' });
  await page.getByText('W-1024').waitFor();
  assert.match(page.url(), /state=fulfilled/);
  await close();
});

test('the buffer of a channel is set where its channels stand', async () => {
  const { page, close } = await at('/stock?tab=locations');
  const buffer = page.getByLabel('Buffer van Webwinkel');
  await buffer.fill('1');
  await buffer.press('Tab');
  await page.getByText('Buffer van Webwinkel gewijzigd').waitFor();
  await page.getByRole('button', { name: 'Winkel Zwolle' }).click();
  await page.getByLabel('Beurt').fill('15');
  await page.getByRole('dialog').getByLabel('Kanaal').selectOption({ label: 'Winkel Zwolle' });
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('Winkel Zwolle is bewaard').waitFor();
  await page.getByRole('cell', { name: '15', exact: true }).waitFor();
  const { items } = (await site.ask('GET', '/api/v1/channels?search=zwolle', mila)).body;
  assert.equal(items[0].location, locations.get('zwolle').id, 'who works in the store sees its stock');
  await page.setViewportSize(widths.phone);
  const cut = (table) => table.getBoundingClientRect().bottom - table.parentElement.getBoundingClientRect().bottom;
  assert.ok((await page.locator('main table').first().evaluate(cut)) < 1, 'all locations stand on a phone');
  await close();
});

test('somebody in a store scans, counts and goes on with the next, at their own location only', async () => {
  const rights = { name: 'Wim Bos', roles: ['store'], location: locations.get('zwolle').id };
  const cookie = await join(site, mila, rights);
  const { page, close } = await at('/count', { cookie, width: 'phone' });
  const code = page.getByLabel('Wat telt u?');
  await code.fill('nergens');
  await code.press('Enter');
  await page.getByText('Niets heet “nergens”.').waitFor();
  await code.fill(`0${variants.get('TAFELLAMP-KIEZEL').gtin}`); // as some scanners send it
  await code.press('Enter');
  await page.getByText('TAFELLAMP-KIEZEL · Winkel Zwolle').waitFor();
  await page.getByLabel('Geteld').fill('6');
  await page.getByRole('button', { name: 'Eén meer' }).tap();
  await page.getByRole('button', { name: 'Bewaren en volgende' }).tap();
  await page.getByText('5 → 7').waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('input'));
  assert.equal((await levelOf('TAFELLAMP-KIEZEL', 'zwolle')).on_hand, 7);
  await page.goto(`${site.address}/stock`);
  await page.getByText('Tafellamp Kiezel').click();
  await page.getByRole('complementary').getByRole('status').getByText('6').waitFor();
  assert.equal(await page.getByText('Magazijn Meppel').count(), 0);
  await close();
});

test('what was bought is expected, and who waits for it gets it first', async () => {
  const lamp = variants.get('VLOERLAMP-BOOG-ZWART').id;
  const { page, close } = await at('/stock?tab=incoming');
  await page.getByText('Er wordt niets verwacht').waitFor();
  await page.getByRole('button', { name: 'Verwachte levering' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Variant').fill('VLOERLAMP-BOOG-ZWART');
  await dialog.getByLabel('Variant').press('Enter');
  await dialog.getByLabel('Gekocht').fill('20');
  await dialog.getByLabel('Verwacht op', { exact: true }).fill('1-1-2020');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('VLOERLAMP-BOOG-ZWART wordt verwacht').waitFor();
  const line = page.getByRole('list', { name: 'Verwacht' }).getByRole('listitem');
  await line.getByText('Te laat').waitFor();
  await line.getByRole('button', { name: 'Beloof' }).click();
  await dialog.getByText('Er zijn nog 20 stuks').waitFor();
  await dialog.getByLabel('Stuks').fill('3');
  await dialog.getByLabel(/^Kenmerk/).fill('W-9');
  await dialog.getByRole('button', { name: 'Beloof' }).click();
  await line.getByText('3 beloofd').waitFor();
  await line.getByRole('button', { name: 'Binnengekomen' }).click();
  await dialog.getByText('3 stuks zijn beloofd aan wie wacht').waitFor();
  await dialog.getByLabel('Stuks').fill('5');
  await dialog.getByRole('button', { name: 'Binnengekomen' }).click();
  await line.getByText('5 van 20 binnen').waitFor();
  const query = `/api/v1/stock/reservations?variant=${lamp}&state=held`;
  const { items } = (await site.ask('GET', query, mila)).body;
  assert.ok(items.some(({ reference, quantity }) => reference === 'W-9' && quantity === 3));
  await close();
});

test('a shop that believes another number stands there with what that costs', async () => {
  const [shop] = (await site.ask('GET', '/api/v1/channels?search=Webwinkel', mila)).body.items;
  const body = { name: 'Webwinkel', system: 'woocommerce', channel: shop.id, address: 'http://127.0.0.1:1', access: 'ck_1:cs_1', tells_stock: true };
  const { id, secrets } = (await site.ask('POST', '/api/v1/connections', { cookie: mila.cookie, body })).body;
  const told = JSON.stringify({ id: 7, sku: 'FAUTEUIL-DUIN-MOS', manage_stock: true, stock_quantity: 123 });
  const { secret } = secrets.find(({ purpose }) => purpose === 'webhook');
  const headers = {
    'X-WC-Webhook-Topic': 'product.updated',
    'X-WC-Webhook-Delivery-ID': '1',
    'X-WC-Webhook-Signature': createHmac('sha256', secret).update(told).digest('base64'),
  };
  await site.send('POST', `/hooks/woocommerce/${id}`, told, { headers, type: 'application/json' });
  const { page, close } = await at('/stock?tab=drift');
  await page.getByRole('row', { name: /FAUTEUIL-DUIN-MOS.*123/ }).waitFor();
  await page.getByRole('button', { name: 'Fauteuil Duin' }).click();
  await page.getByRole('complementary').getByText('kunnen beloofd worden').waitFor();
  await close();
});
