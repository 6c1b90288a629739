// A person adds the first product with a variant and a price, finds and changes products in the grid, and asks
// which price holds for whom; a store sees no cost.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.js';
import { fillGoods } from './goods.js';
import { join, Site } from './site.js';
import { fill } from './van_dalen.js';

let site;
let browser;
let mila;

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

test('the first product gets a variant, whose GTIN is checked while it is typed', async () => {
  const { page, problems, close } = await at('/products');
  await page.getByText('Nog geen producten').waitFor();
  await page.getByRole('button', { name: 'Nieuw product' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Product toevoegen' }).click();
  await dialog.getByRole('alert').first().waitFor();
  await dialog.getByLabel('Naam').fill('Kandelaar');
  await dialog.getByLabel(/^Verschilt in/).fill('Maat, Kleur');
  await dialog.getByLabel('Naam').press('Enter');
  await dialog.getByLabel('SKU').fill('KAN-1');
  await dialog.getByLabel(/^GTIN/).fill('4006381333932');
  await dialog.getByText('bij deze andere hoort als laatste een 1').waitFor();
  await dialog.getByLabel(/^GTIN/).fill('4006381333931');
  await dialog.getByText('Het laatste cijfer past bij de andere.').waitFor();
  await dialog.getByLabel('Maat').fill('Hoog');
  await dialog.getByLabel('Kleur').fill('Goud');
  await dialog.getByLabel('Bedrag').fill('24,50');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('KAN-1 is bewaard').waitFor();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: /^Hoog \/ Goud.*€ 24,50/ }).waitFor();
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 422 /.test(text)));
  await close();
});

test('the server searches, filters and sorts, and the URL says how', async () => {
  await fill(site, mila);
  await fillGoods(site, mila);
  const { page, close } = await at('/products');
  await page.getByText('8 producten').waitFor();
  await page.getByRole('button', { name: 'Gewijzigd' }).first().click();
  const rows = page.getByRole('grid').getByRole('row');
  await rows.nth(1).getByText('Tuinstoel Vloed').waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Categorie' }).click();
  await page.getByText('Wonen', { exact: true }).click();
  await page.getByText('6 producten').waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Zoek naam, SKU of GTIN').fill('noordkust-3');
  await page.getByText('1 product', { exact: true }).waitFor();
  await page.reload();
  await page.getByText('Bank Noordkust').waitFor();
  await page.getByText('1 product', { exact: true }).waitFor();
  await close();
});

test('a cell is changed by keyboard and taken back', async () => {
  const { page, close } = await at('/products');
  const name = page.getByRole('gridcell', { name: 'Plaid Wad' });
  await name.last().click();
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  await name.last().press('F2');
  await page.keyboard.type('Plaid Waddenzee');
  await page.keyboard.press('Enter');
  await page.getByText('Naam gewijzigd').waitFor();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByText('Ongedaan gemaakt').waitFor();
  await page.getByRole('gridcell', { name: 'Plaid Wad', exact: true }).last().waitFor();
  await close();
});

test('which price holds follows the channel', async () => {
  const { page, close } = await at('/products');
  await page.getByText('Tafellamp Kiezel').click();
  const which = page.getByRole('region', { name: 'Welke prijs geldt' });
  await which.getByRole('status').getByText('€ 59,95').waitFor();
  await which.getByLabel('Kanaal').selectOption({ label: 'bol' });
  await which.getByRole('status').getByText('€ 64,95').waitFor();
  await which.getByText('bol · Iedereen').waitFor();
  await close();
});

test('a variant that somebody else changed meanwhile is not overwritten unasked', async () => {
  const { page, problems, close } = await at('/products');
  await page.getByText('Tuinstoel Vloed').click();
  await page.getByRole('button', { name: /^TUINSTOEL-VLOED/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Bedrag').fill('125');
  const { items } = (await site.ask('GET', '/api/v1/catalog/variants?search=tuinstoel', mila)).body;
  const patch = { cookie: mila.cookie, headers: { 'If-Match': `"${items[0].version}"` }, body: { active: false } };
  await site.ask('PATCH', `/api/v1/catalog/variants/${items[0].id}`, patch);
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await dialog.getByRole('button', { name: 'Gebruik mijn wijziging' }).click();
  await page.getByText('TUINSTOEL-VLOED is bewaard').waitFor();
  await page.getByRole('complementary').getByText('€ 125,00').first().waitFor();
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 412 /.test(text)));
  await close();
});

test('all variants are saved as a file, which is tried before it is brought in again', async () => {
  const { page, close } = await at('/products');
  const saved = page.waitForEvent('download');
  const menu = page.getByRole('button', { name: 'Bestanden' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  const lines = text.trimEnd().split('\n');
  assert.match(lines[0], /product.*sku.*prices/);
  assert.match(text, /Bank Noordkust.*Wonen \/ Banken.*BANK-NOORDKUST-3-LEER/);

  const changed = lines.map((line) => line.replace('Plaid Wad', 'Plaid Waddenzee'));
  await menu.click();
  await page.getByRole('menuitem', { name: 'Producten importeren' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'producten.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([...changed, lines.at(-1).replace(/[0-9]{13}/, '123')].join('\n')),
  });
  await dialog.getByText('1 regel past niet').waitFor();
  await dialog.getByText(`Regel ${lines.length + 1}`).waitFor();
  assert.equal(await page.getByText('Plaid Waddenzee').count(), 0);
  await dialog.getByRole('button', { name: /^\d+ regels? doorvoeren$/ }).click();
  await dialog.getByText('Gewijzigd').waitFor();
  await dialog.getByRole('button', { name: 'Sluiten' }).last().click();
  await page.getByRole('grid').getByText('Plaid Waddenzee').waitFor();
  await close();
});

test('a bundle is made of parts', async () => {
  const [lamp] = (await site.ask('GET', '/api/v1/catalog/variants?search=VLOERLAMP-BOOG-ZWART', mila)).body.items;
  const { page, close } = await at(`/products?open=${lamp.product}&variant=new`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('SKU', { exact: true }).fill('LAMP-EN-PLAID');
  await dialog.getByLabel('Kleur').fill('Met plaid');
  await dialog.getByRole('button', { name: 'Deel toevoegen' }).click();
  await dialog.getByLabel('Welk deel').fill('PLAID-WAD-GRIJS');
  await dialog.getByLabel('Welk deel').press('Enter');
  await dialog.getByLabel('Stuks in de bundel').fill('2');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('LAMP-EN-PLAID is bewaard').waitFor();
  const [made] = (await site.ask('GET', '/api/v1/catalog/variants?search=LAMP-EN-PLAID', mila)).body.items;
  const { parts } = (await site.ask('GET', `/api/v1/catalog/variants/${made.id}`, mila)).body;
  assert.deepEqual(parts.map(({ quantity }) => quantity), [2]);
  await close();
});

test('a store sees what is sold and for how much, and neither costs nor history', async () => {
  const body = { code: 'zwolle', name: 'Winkel Zwolle', kind: 'store' };
  const made = await site.ask('POST', '/api/v1/stock/locations', { cookie: mila.cookie, body });
  const rights = { name: 'Wim Bos', roles: ['store'], location: made.body.id };
  const cookie = await join(site, mila, rights);
  const { page, close } = await at('/products', { cookie });
  await page.getByText('Tafellamp Kiezel').click();
  const panel = page.getByRole('complementary');
  assert.equal(await panel.getByLabel('Naam').isDisabled(), true);
  await panel.getByRole('button', { name: /^TAFELLAMP-KIEZEL/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Bedrag').first().waitFor();
  assert.equal(await dialog.getByLabel(/^Kostprijs/).count(), 0);
  assert.equal(await page.getByText('Geschiedenis').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Nieuw product' }).count(), 0);
  await close();
});

test('what a channel misses is one click away, is filled in for many at once, and that is taken back', async () => {
  const { page, close } = await at('/products?dialog=completeness');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row', { name: /^Webwinkel/ }).getByRole('button', { name: /^een beeld: / }).click();
  const grid = page.getByRole('grid');
  await grid.getByText('Bank Noordkust').waitFor();
  await grid.getByRole('checkbox').nth(1).click();
  await grid.getByRole('checkbox').nth(2).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Wijzig', exact: true }).click();
  await dialog.getByLabel('Wat').selectOption('percent');
  await dialog.getByLabel(/^Wordt/).fill('2,5');
  await dialog.getByRole('button', { name: 'Toon wat er wijzigt' }).click();
  await dialog.getByText('€ 1.331,48').first().waitFor();
  await dialog.getByRole('button', { name: /^Wijzig \d+ waarden/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByText('Teruggedraaid').waitFor();
  await grid.getByText('Bank Noordkust').click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Tekst', exact: true }).click();
  await dialog.getByLabel('Titel').fill('Sofa North Coast');
  await dialog.getByLabel('Taal').selectOption('en');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await panel.getByRole('button', { name: /^Sofa North Coast.*Alle kanalen · Engels/ }).waitFor();
  const mug = new URL('../scenario/catalog/mug.png', import.meta.url);
  await panel.locator('input[type=file]').setInputFiles(mug.pathname);
  await panel.getByLabel('Wat erop staat').fill('Een bank aan zee');
  await panel.getByLabel('Wat erop staat').press('Tab');
  await page.getByRole('img', { name: 'Een bank aan zee' }).waitFor();
  await close();
});
