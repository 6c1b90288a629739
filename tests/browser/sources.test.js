// A person connects a tool and sees its first event come in, reads how good the data is, and repairs in bulk what
// was not understood.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { fillEvents, known, sendEvents } from './signals.js';
import { join, Site } from './site.js';
import { fill } from './van_dalen.js';

let site;
let browser;
let mila;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  mila = await site.setUp();
  await fill(site, mila);
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

test('a tool is connected, and its first event is seen within seconds', async () => {
  const { page, close } = await at('/settings/connections');
  await page.getByText('Nog geen bronnen').waitFor();
  await page.getByRole('button', { name: 'Bron verbinden' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Eigen code/ }).click();
  await dialog.getByLabel('Naam').fill('Telefooncentrale');
  await dialog.getByRole('button', { name: 'Sleutel maken' }).click();
  await dialog.locator('select[aria-invalid="true"]').waitFor();
  assert.equal((await site.ask('GET', '/api/v1/access/keys', mila)).body.items.length, 0, 'no key yet');
  await dialog.getByLabel('Kanaal').selectOption({ label: 'Contactcentrum' });
  await dialog.getByRole('button', { name: 'Sleutel maken' }).click();
  const secret = await dialog.getByLabel('Sleutel', { exact: true }).inputValue();
  const code = await dialog.locator('pre').textContent();
  assert.ok(code.includes(secret) && code.includes(site.address), 'key and address stand in the code');
  await dialog.getByText('Wacht op de eerste gebeurtenis…').first().waitFor();
  await sendEvents(site, secret, [{ kind: 'call_answered', duration_s: 240 }]);
  await dialog.getByText(/Uw eerste gebeurtenis kwam \d+ second/).waitFor();
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  await page.getByRole('table').getByText('Stuurt', { exact: true }).waitFor();
  await close();
});

test('a source gets an alarm and a contract, and what does not fit is told', async () => {
  const { page, close } = await at('/settings/connections');
  await page.getByRole('button', { name: 'Telefooncentrale' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alarm na zoveel minuten stilte').fill('90');
  await dialog.getByLabel('Soorten gebeurtenissen').fill('call_answered call_missed');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('Telefooncentrale is gewijzigd').waitFor();
  const { sources } = (await site.ask('GET', '/api/v1/sources', mila)).body;
  assert.equal(sources[0].silence_minutes, 90);
  assert.deepEqual(sources[0].contract.kinds, ['call_answered', 'call_missed']);
  await close();
});

test('how fresh and how complete the data of each channel is', async () => {
  await fillEvents(site, mila);
  await known(site, mila, '/api/v1/events/coverage', ({ coverage }) => coverage.length > 12);
  const { page, close } = await at('/data');
  const fresh = page.getByRole('row', { name: /Webwinkel/ });
  await fresh.getByText('16', { exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Welk kanaal weet wat' }).click();
  // Half of the visits say by e-mail who it was, though the till had named them before.
  await page.getByRole('row', { name: /Webwinkel/ }).getByText('50%').first().waitFor();
  await close();
});

test('what waits of one source is told as a filter, which can be taken off', async () => {
  const { sources } = (await site.ask('GET', '/api/v1/sources', mila)).body;
  const { id } = sources.find(({ name }) => name === 'Telefooncentrale');
  const { page, close } = await at(`/data?tab=quarantine&source=${id}`);
  await page.getByText('Van deze bron wacht niets.').waitFor();
  await page.getByRole('button', { name: 'Filter Bron weghalen' }).click();
  await page.getByRole('button', { name: 'Valuta onbekend' }).waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).waitFor();
  await close();
});

test('what was not understood is repaired at once for all, tried first, and taken in', async () => {
  const { page, close } = await at('/data?tab=quarantine');
  await page.getByRole('button', { name: 'Valuta onbekend' }).click();
  await page.getByText('3 gebeurtenissen wachten').waitFor();
  assert.equal(await page.locator('[data-faulty]').count(), 3, 'each says which field');
  await page.getByText('0 van 3 worden zo goed.').waitFor();
  await page.getByRole('button', { name: 'Herstel een veld van alle' }).click();
  await page.getByLabel('Alleen waar nu staat').fill('EURO');
  await page.getByLabel('Wordt').fill('EUR');
  await page.getByText('3 van 3 worden zo goed.').waitFor();
  await page.getByRole('button', { name: 'Neem op wat goed is' }).click();
  await page.getByText('3 opgenomen, 0 wachten nog').waitFor();
  await page.getByRole('button', { name: 'Bedrag niet te lezen' }).click();
  await page.getByRole('button', { name: 'Weggooien' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gooi 1 weg' }).click();
  await page.getByText('Alles is begrepen').waitFor();
  await close();
});

test('a shop is linked, shows why it cannot be told, and is paused', async () => {
  const { cookie } = mila;
  const { id } = (
    await site.ask('POST', '/api/v1/catalog/products', { cookie, body: { name: 'Kruk', state: 'on_sale' } })
  ).body;
  await site.ask('POST', `/api/v1/catalog/products/${id}/variants`, { cookie, body: { sku: 'KRUK' } });
  const { page, close } = await at('/settings/connections');
  await page.getByRole('tab', { name: 'Winkels' }).click();
  await page.getByRole('button', { name: 'Winkel koppelen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Webshop');
  await dialog.getByLabel('Adres van de winkel').fill('https://127.0.0.1:9');
  await dialog.getByLabel('Toegang tot de winkel').fill('ck_1:cs_1');
  await dialog.getByLabel('Voorraad doorgeven').check();
  await dialog.getByRole('button', { name: 'Winkel koppelen' }).click();
  await dialog.getByText('Bewaar dit nu: het wordt niet opnieuw getoond.').waitFor();
  assert.match(await dialog.getByLabel('Sleutel (consumer key)').inputValue(), /^ck_/);
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  await page.getByRole('button', { name: 'Webshop' }).click();
  await dialog.getByRole('table', { name: 'Nog te vertellen' }).getByText('127.0.0.1 staat in een privénetwerk').waitFor();
  await dialog.getByLabel(/^Stilgezet/).check();
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('Webshop is gewijzigd').waitFor();
  await close();
});

test('an analyst sees the figures, and not what was sent', async () => {
  const cookie = await join(site, mila, { name: 'Nina Postma', roles: ['analyst'] });
  const { page, close } = await at('/data?tab=quarantine', { cookie });
  await settled(page);
  await page.getByRole('tab', { name: 'Welk kanaal weet wat' }).waitFor();
  assert.equal(await page.getByRole('tab', { name: 'Quarantaine' }).count(), 0);
  await close();
});
