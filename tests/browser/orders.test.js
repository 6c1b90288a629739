// A person makes up an order on the telephone, finds an order of any channel, sees what it comes to and what happened,
// takes a payment and cancels a part; somebody in a store picks and hands over with a telephone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.js';
import { fillShop } from './goods.js';
import { join, Site } from './site.js';
import { fill } from './van_dalen.js';

let site;
let browser;
let mila;
let shop;

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

const orderNow = async (reference) =>
  (await site.ask('GET', `/api/v1/orders/${shop.orders.get(reference).id}`, mila)).body;

test('without orders the screen says what comes here', async () => {
  const { page, close } = await at('/orders');
  await page.getByText('Nog geen orders').waitFor();
  await fill(site, mila);
  shop = await fillShop(site, mila);
  await close();
});

test('orders are found and filtered by the server, and a view of them is saved', async () => {
  const { page, close } = await at('/orders');
  await page.getByText('4 orders').waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Status' }).last().click();
  await page.getByText('Wacht op betaling', { exact: true }).last().click();
  await page.getByText('1 order', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bewaar als nieuw' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Niet betaald');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByRole('tab', { name: 'Niet betaald' }).waitFor();
  await page.reload();
  await page.getByText('W-2003').waitFor();
  await page.getByText('1 order', { exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Alle orders' }).click();
  await page.getByLabel('Zoek kenmerk, naam of SKU').fill('plaid-wad-oker');
  await page.getByText('1 order', { exact: true }).waitFor();
  await page.getByText('Kim de Vries').waitFor();
  await close();
});

test('an order is made up and placed by keyboard alone, with price and promise beside each line', async () => {
  const lampToCome = {
    variant: shop.variants.get('TAFELLAMP-KIEZEL').id,
    location: shop.locations.get('dc').id,
    quantity: 40,
    expected: new Date(Date.now() + 9 * 86_400_000).toISOString(),
  };
  await site.ask('POST', '/api/v1/stock/incoming', { cookie: mila.cookie, body: lampToCome });
  const { page, problems, close } = await at('/orders/new');
  await page.getByLabel('Kanaal').selectOption({ label: 'Contactcentrum' });
  const code = page.getByLabel('Naam, SKU of GTIN');
  await code.focus();
  await page.keyboard.type(`${shop.variants.get('TAFELLAMP-KIEZEL').gtin}\n`);
  const lamp = page.getByRole('listitem').filter({ hasText: 'TAFELLAMP-KIEZEL' });
  await lamp.getByText('€ 59,95 per stuk').waitFor();
  await page.keyboard.type('tafellamp-kiezel\n');
  await lamp.getByText('€ 119,90').waitFor();
  await page.keyboard.type('plaid-wad-roest\n');
  await page.getByText('€ 159,85').waitFor();
  await page.getByLabel('Stuks van TAFELLAMP-KIEZEL').fill('999');
  await lamp.getByText(/^Maar \d+ vrij/).waitFor();
  await lamp.getByText(/^40 verwacht op \d/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Stuks van TAFELLAMP-KIEZEL').fill('1');
  const buyer = page.getByRole('region', { name: 'Koper' });
  await buyer.getByLabel(/^Naam/).fill('Kim de Vries');
  await buyer.getByLabel(/^E-mailadres/).fill('kim@example.com');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Order .* is geplaatst$/).waitFor();
  const panel = page.getByRole('complementary');
  await panel.getByText('Wacht op betaling').first().waitFor();
  await panel.getByText('€ 99,90').first().waitFor();
  const { items } = (await site.ask('GET', '/api/v1/orders?search=kim@example.com', mila)).body;
  assert.equal(items.length, 2);
  await site.ask('POST', `/api/v1/orders/${items[0].id}/cancel`, { cookie: mila.cookie, body: {} });
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 409 /.test(text)));
  await close();
});

test('an order that waited for its payment is paid', async () => {
  const { page, close } = await at('/orders');
  await page.getByText('W-2003').click();
  const panel = page.getByRole('complementary');
  await panel.getByText('Dit wacht op betaling.').waitFor();
  await panel.getByRole('button', { name: 'Betaling vastleggen' }).click();
  const dialog = page.getByRole('dialog');
  assert.equal(await dialog.getByLabel('Bedrag').inputValue(), '899,00');
  await dialog.getByLabel('Hoe').selectOption({ label: 'Overschrijving' });
  await dialog.getByRole('button', { name: 'Betaling vastleggen' }).click();
  await page.getByText('€ 899,00 vastgelegd als betaald').waitFor();
  await panel.getByText('Bevestigd').first().waitFor();
  await panel.getByText('Betaald met transfer').waitFor();
  await close();
});

test('a part of an order is cancelled after a question that says what follows', async () => {
  const { page, close } = await at('/orders');
  await page.getByText('W-2001').click();
  const panel = page.getByRole('complementary');
  await panel.getByText('€ 164,80').first().waitFor();
  await panel.getByText('Marge').waitFor();
  await panel.getByRole('button', { name: 'Annuleren…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Stuks van TAFELLAMP-KIEZEL').fill('3');
  await dialog.getByText('Hele stuks, hoogstens 2.').waitFor();
  await dialog.getByLabel('Stuks van TAFELLAMP-KIEZEL').fill('1');
  await dialog.getByLabel('Stuks van PLAID-WAD-OKER').fill('0');
  await dialog.getByText('1 stuk is weer vrij voor anderen, en € 59,95 aan goederen vervalt.').waitFor();
  await dialog.getByLabel(/^Waarom/).fill('Te veel besteld');
  await dialog.getByRole('button', { name: '1 stuk annuleren' }).click();
  await page.getByText('1 stuk geannuleerd').first().waitFor();
  await panel.getByText('Terug te betalen').waitFor();
  await panel.getByText('1 stuk · Te veel besteld').waitFor();
  assert.equal((await orderNow('W-2001')).due_back, '59.95');
  await close();
});

test('a voucher is made, and takes something off an order', async () => {
  const { page, close } = await at('/settings/vouchers');
  await page.getByText('Nog geen tegoedbonnen').waitFor();
  await page.getByRole('button', { name: 'Nieuwe tegoedbon' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code').fill('WINTER');
  await dialog.getByText('Procent', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Nieuwe tegoedbon' }).click();
  await dialog.getByText('Vul in hoeveel eraf gaat.').waitFor();
  await dialog.getByRole('textbox', { name: 'Procent' }).fill('12,5');
  await dialog.getByLabel(/^Tot en met/).fill('31-12-2026');
  await dialog.getByRole('button', { name: 'Nieuwe tegoedbon' }).click();
  await page.getByText('Tegoedbon WINTER is gemaakt').waitFor();
  const row = page.getByRole('row', { name: /WINTER/ });
  await row.getByText(/12,50?\s?%/).waitFor();
  await row.getByText('Elk kanaal · tot en met 31 dec 2026').waitFor();
  await row.getByText('0 van 1').waitFor();
  await close();
});

test('a return by post is announced, and a buyer who withdraws gets a confirmation to keep', async () => {
  const { page, close } = await at('/orders');
  const panel = page.getByRole('complementary');
  const dialog = page.getByRole('dialog');
  const more = (name) =>
    panel
      .getByRole('button', { name: 'Meer', exact: true })
      .click()
      .then(() => page.getByRole('menuitem', { name }).click());
  await page.getByText('K-77').click();
  await more(/^Retour aankondigen/);
  await dialog.getByLabel(/^Waarom/).fill('Te klein');
  await dialog.getByRole('button', { name: 'Retour aankondigen' }).click();
  await page.getByText('Retour aangekondigd').first().waitFor();
  await panel.getByText(/Te klein/).first().waitFor();
  await page.getByText('W-2003').first().click();
  await more(/^Koper ziet af/);
  await dialog.getByText(/wordt geannuleerd/).waitFor();
  await dialog.getByRole('button', { name: 'De koper ziet af' }).click();
  await dialog.getByText(/1.*EETTAFEL-EB-180-CM|EETTAFEL-EB-180-CM|Eettafel Eb/).first().waitFor();
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  await panel.getByText('Van de koop afgezien').waitFor();
  assert.equal((await orderNow('W-2003')).state, 'cancelled');
  await close();
});

test('what is brought back goes into stock, and the money goes back', async () => {
  const { page, close } = await at('/orders');
  await page.getByText('K-77').click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Terugnemen…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Waar het nu ligt').selectOption({ label: 'Winkel Amsterdam' });
  await dialog.getByText('1 stuk gaat terug in de voorraad.').waitFor();
  await dialog.getByRole('button', { name: '1 stuk terugnemen' }).click();
  await page.getByText('1 stuk teruggenomen').waitFor();
  await panel.getByRole('button', { name: 'Geld teruggeven' }).click();
  await dialog.getByLabel('Hoe').selectOption({ label: 'Pas' });
  await dialog.getByRole('button', { name: 'Geld teruggeven' }).click();
  await page.getByText('€ 39,95 vastgelegd als teruggegeven').waitFor();
  await panel.getByText('Ingenomen').waitFor();
  assert.equal((await orderNow('K-77')).state, 'returned');
  await close();
});

test('somebody in a store keeps it ready, is paid and hands it over, with one thumb', async () => {
  const rights = { name: 'Wim Bos', roles: ['store'], location: shop.locations.get('zwolle').id };
  const cookie = await join(site, mila, rights);
  const { page, close } = await at('/handover', { cookie, width: 'phone' });
  await page.getByRole('button', { name: /W-2002/ }).tap();
  await page.getByText('FAUTEUIL-DUIN-ZAND').waitFor();
  const accept = page.getByRole('button', { name: 'Aanvaarden', exact: true });
  if ((await orderNow('W-2002')).deliveries[0].state === 'asked') await accept.tap();
  await page.getByRole('button', { name: 'Verzameld', exact: true }).tap();
  await page.getByRole('region', { name: 'Uit te leveren' }).waitFor();
  await page.getByRole('button', { name: 'Uitleveren…' }).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Eerst moet € 449,00 betaald worden.').waitFor();
  await dialog.getByRole('button', { name: 'Betaling vastleggen' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Betaling vastleggen' }).tap();
  await page.getByText('€ 449,00 vastgelegd als betaald').waitFor();
  await page.getByRole('button', { name: '1 stuk uitleveren' }).tap();
  await page.getByText('1 stuk uitgeleverd').waitFor();
  await page.getByText('Niets te doen').waitFor();
  assert.equal((await orderNow('W-2002')).state, 'fulfilled');
  await close();
});

test('what comes back is exchanged for something else, and what is left to pay stands at the new order', async () => {
  const { channel } = await orderNow('K-77');
  const location = shop.locations.get('zwolle').id;
  const body = {
    channel,
    reference: 'K-78',
    lines: [{ variant: shop.variants.get('PLAID-WAD-ROEST').id, quantity: 1 }],
    location,
    receive: { method: 'carry_out', location },
    payment: { method: 'card' },
  };
  const sold = (await site.ask('POST', '/api/v1/orders', { cookie: mila.cookie, body })).body;
  const { page, close } = await at(`/orders?open=${sold.id}`);
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Ruilen…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ruilen', exact: true }).click();
  await dialog.getByText('Kies wat ervoor in de plaats komt.').waitFor();
  await dialog.getByLabel('Naam, SKU of GTIN').fill('TAFELLAMP-KIEZEL');
  await dialog.getByLabel('Naam, SKU of GTIN').press('Enter');
  await dialog.getByText('De koper betaalt € 20,00 bij').waitFor();
  await dialog.getByRole('button', { name: 'Ruilen', exact: true }).click();
  await panel.getByRole('button', { name: 'Betaling vastleggen' }).waitFor();
  const { state } = (await site.ask('GET', `/api/v1/orders/${sold.id}`, mila)).body;
  assert.equal(state, 'returned');
  await close();
});

test('what a sale through a channel costs is changed and taken back', async () => {
  const { page, close } = await at('/settings/terms');
  await page.getByLabel('Kanaal').selectOption({ label: 'bol' });
  const fee = page.getByLabel('Commissie (%)');
  await fee.fill('12,5');
  await fee.blur();
  await page.getByText('Bewaard').waitFor();
  const { items } = (await site.ask('GET', '/api/v1/channels?search=bol', mila)).body;
  const terms = async () => (await site.ask('GET', `/api/v1/orders/terms?channel=${items[0].id}`, mila)).body;
  assert.equal((await terms()).fee_basis_points, 1_250);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByText('Ongedaan gemaakt').waitFor();
  assert.equal((await terms()).fee_basis_points, 0);
  await close();
});
