// What people really type and paste: long names, other scripts, spreadsheets; and texts that are longer than
// ours. Nothing may leave its place, in either language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { fillShop } from './goods.js';
import { screens } from './screens.js';
import { Site } from './site.js';
import { fill } from './van_dalen.js';
import { salesUntil, sell } from './van_dalen_sales.js';

const hard = [
  { name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2).slice(0, 120), form: 'store' },
  { name: 'חנות הדגל בתל אביב — כניסה מהרחוב הראשי', form: 'store' },
  { name: 'متجر عبر الإنترنت', form: 'webshop' },
  { name: '🛶🏳️‍🌈👩🏽‍🚀 Kano’s & co 🇳🇱', form: 'event' },
  { name: `<b>"Winkel"</b> & 'zonen'; drop`, form: 'retailer' },
];

let site;
let browser;
let mila;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  mila = await site.setUp();
  await fill(site, mila);
  await sell(site, mila, salesUntil(new Date().toISOString().slice(0, 10)));
  await fillShop(site, mila);
  for (const body of hard) {
    await site.ask('POST', '/api/v1/channels', {
      cookie: mila.cookie,
      body: { ...body, goal: body.name, phases: ['purchase'] },
    });
  }
});
after(async () => {
  await browser?.close();
  await site?.remove();
});

async function speak(language) {
  const me = (await site.ask('GET', '/api/v1/access/me', { cookie: mila.cookie })).body;
  await site.ask('PATCH', '/api/v1/access/me', {
    cookie: mila.cookie,
    headers: { 'If-Match': `"${me.version}"` },
    body: { language },
  });
}

// Makes every text of the page a third longer, as other languages are.
const stretch = (page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (!/\p{L}{2}/u.test(data) || parentElement.closest('script, style, option, textarea')) continue;
      texts.currentNode.data = data + data.slice(0, Math.ceil(data.length * 0.35));
    }
  });

// Texts that are cut off without a sign, or stand outside the button that they belong to.
const spilt = (page) =>
  page.evaluate(() => {
    const found = [];
    if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page scrolls sideways');
    const isShort = (box) => {
      const look = getComputedStyle(box);
      return look.textOverflow === 'ellipsis' || /auto|scroll/.test(look.overflowX);
    };
    const boxOf = 'button, [role=tab], th, td, label, h1, h2, h3, [role=menuitem], li, dialog';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const owner = text.parentElement;
      const box = owner.closest(boxOf);
      if (!box || text.data.trim() === '' || !owner.checkVisibility({ visibilityProperty: true })) continue;
      if (getComputedStyle(owner).clipPath !== 'none') continue; // for readers of the screen only
      let inner = owner;
      while (inner !== box && !isShort(inner)) inner = inner.parentElement;
      if (isShort(inner)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const [words, place] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
      if (words.right > place.right + 1 || words.left < place.left - 1)
        found.push(`${box.tagName.toLowerCase()}: ${text.data.slice(0, 60)}`);
    }
    return found;
  });

async function everyScreen(language, width) {
  await speak(language);
  const { page, close } = await visitor(browser, site, { cookie: mila.cookie, language, width });
  const findings = [];
  for (const { name, path, shows, phone = shows } of screens) {
    await page.goto('about:blank');
    await page.goto(site.address + path);
    await page.locator(width === 'phone' ? phone : shows).first().waitFor();
    await settled(page);
    for (const finding of await spilt(page)) findings.push(`${name}: ${finding}`);
    await stretch(page);
    for (const finding of await spilt(page)) findings.push(`${name}, longer: ${finding}`);
  }
  assert.deepEqual([...new Set(findings)], []);
  await close();
}

test('texts a third longer stay in their place, on a phone', () => everyScreen('nl', 'phone'));
test('texts a third longer stay in their place, on a desk', () => everyScreen('en', 'desktop'));

test('hard names are shown, found, opened and copied as they are', async () => {
  await speak('nl');
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
