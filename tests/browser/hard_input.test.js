// What people really type and paste: long names, other scripts, spreadsheets. Nothing may leave its place.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.js';
import { addHardNames, hard } from './hard_names.js';
import { Site } from './site.js';
import { spilt } from './spilt.js';
import { fill } from './van_dalen.js';

let site;
let browser;
let mila;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  mila = await site.setUp();
  await fill(site, mila);
  await addHardNames(site, mila);
});
after(async () => {
  await browser?.close();
  await site?.remove();
});

test('hard names are shown, found, opened and copied as they are', async () => {
  const { page, close } = await visitor(browser, site, { cookie: mila.cookie });
  for (const { name } of hard) {
    await page.goto(`${site.address}/channels`);
    await page.getByRole('searchbox').fill(name.slice(0, 12));
    await page.getByRole('grid').getByText(name, { exact: true }).first().click();
    await page.getByRole('complementary', { name, exact: true }).waitFor();
    assert.deepEqual(await spilt(page), []);
  }
  await close();
});

test('cells of a spreadsheet are pasted into the worksheet', async () => {
  const { page, context, close } = await visitor(browser, site, { cookie: mila.cookie });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.address}/channels?view=${encodeURIComponent('{"search":"winkel "}')}`);
  const grid = page.getByRole('grid');
  await grid.getByText('Winkel Zwolle').waitFor();
  await page.evaluate(() => navigator.clipboard.writeText('43.500\r\n20 250\r\n'));
  await grid.getByText('Winkel Amsterdam').waitFor();
  await grid.getByRole('row', { name: /Winkel Amsterdam/ }).getByText('42.000').click();
  await page.keyboard.press('Control+v');
  await page.getByText('2 cellen gewijzigd').waitFor();
  await grid.getByText('43.500').waitFor();
  await grid.getByText('20.250').waitFor();
  await page.keyboard.press('Control+z');
  await grid.getByText('42.000').waitFor();

  await page.evaluate(() => navigator.clipboard.writeText('veel'));
  await page.keyboard.press('Control+v');
  await page.getByText(/“veel”/).waitFor();
  await close();
});

test('a spreadsheet is read with tabs, decimal commas and points, and bad lines are named', async () => {
  const { page, close } = await visitor(browser, site, { cookie: mila.cookie });
  await page.goto(`${site.address}/channels?dialog=import`);
  const dialog = page.getByRole('dialog');
  const cells = dialog.getByLabel('Of plak de cellen hier');
  const look = dialog.getByRole('button', { name: 'Bekijk wat verandert' });
  await cells.fill(
    [
      'line\tcode\tname\tform\tamount\tcurrency\tper\tfrom\tkind',
      'channel\tcatalogus\tCatalogus “2027”; deel 1\tcatalogue\t\t\t\t\t',
      'cost\tcatalogus\t\t\t1.234,50\tEUR\tmonth\t1-1-2026\tmedia',
      'cost\tcatalogus\t\t\t1234.75\tEUR\tmonth\t1-1-2026\tmedia',
      'cost\tcatalogus\t\t\tveel\tEUR\tmonth\t1-1-2026\tmedia',
    ].join('\n'),
  );
  await look.click();
  await dialog.getByText(/Regel 5/).waitFor();
  assert.equal(await dialog.getByRole('listitem').count(), 1, 'the other amounts are read');
  await dialog.getByRole('button', { name: 'Ander bestand' }).click();
  await cells.fill((await cells.inputValue()).replace('veel', '0,5'));
  await look.click();
  await dialog.getByText('Catalogus “2027”; deel 1').waitFor();
  await dialog.getByRole('button', { name: 'Voer 1 wijziging door' }).click();
  await page.getByRole('grid').getByText('Catalogus “2027”; deel 1').waitFor();
  const row = page.getByRole('row', { name: /Catalogus/ });
  await row.getByText('€ 2.470').waitFor();
  await close();
});

// The name of the n-th of many channels.
const many = (index) => `Kanaal ${String(index).padStart(3, '0')}`;
const manyChannels = 300;

test('three hundred channels stand on the board and in the matrix, to the last by key', async () => {
  const large = await Site.start();
  try {
    const { cookie } = await large.setUp();
    for (let index = 0; index < manyChannels; index += 50) {
      await Promise.all(
        Array.from({ length: 50 }, (_, more) =>
          large.ask('POST', '/api/v1/channels', { cookie, body: { name: many(index + more), form: 'webshop' } }),
        ),
      );
    }
    const last = many(manyChannels - 1);
    const { page, close } = await visitor(browser, large, { cookie });
    await page.goto(`${large.address}/channels?mode=board`);
    await page.getByRole('button', { name: many(0) }).first().focus();
    await page.keyboard.press('Control+End');
    const cell = page.getByRole('row', { name: new RegExp(`^${last}`) }).getByRole('button').last();
    await page.waitForFunction((name) => document.activeElement.closest('tr')?.textContent.includes(name), last);
    await page.keyboard.press('Space');
    await page.getByText('Fasen gewijzigd').waitFor();
    assert.equal(await cell.getAttribute('aria-pressed'), 'true');

    await page.goto(`${large.address}/channels?mode=matrix`);
    const first = page.getByRole('button', { name: new RegExp(`^${many(0)} naar ${many(1)}`) });
    await first.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((name) => document.activeElement.getAttribute('aria-label')?.startsWith(name), last);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('heading', { name: new RegExp(last) }).waitFor();
    const drawn = await page.locator('main tbody tr').count();
    assert.ok(drawn < 80, `${drawn} rows in the page`);
    await close();
  } finally {
    await large.remove();
  }
});
