// The screens look as they did when they were reviewed.
import { after, before, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { looksLike } from './looks.js';
import { Site } from './site.js';
import { fill } from './van_dalen.js';
import { salesUntil, sell } from './van_dalen_sales.js';

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

const asMila = () => ({ cookie: mila.cookie });

// One page in one or both schemes; the picture of the dark one is called so.
async function compare(name, path, { prepare, schemes = ['light'], ...options } = {}) {
  const { page, close } = await visitor(browser, site, { ...options, now: '2026-11-22T10:00:00Z' });
  await page.goto(site.address + path);
  await page.locator('h1').first().waitFor();
  if (path === '/design') await page.evaluate(() => document.fonts.ready);
  else await settled(page);
  await prepare?.(page);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await looksLike(page, colorScheme === 'dark' ? `${name}-dark` : name);
  }
  await close();
}

const both = ['light', 'dark'];

test('sign-in', () => compare('sign-in', '/'));
test('sign-in on a phone, dark', () =>
  compare('sign-in-phone', '/', { width: 'phone', schemes: ['dark'], language: 'en' }));
test('users', () => compare('users', '/settings/users', asMila()));
test('company on a phone, dark', () =>
  compare('company-phone', '/settings/company', { ...asMila(), width: 'phone', schemes: ['dark'] }));
test('every part of the design system', () =>
  compare('design', '/design', { language: 'en', schemes: both }));

test('the empty worksheet', () => compare('empty', '/channels', asMila()));
test('the empty worksheet on a phone, dark', () =>
  compare('empty-phone', '/channels', { ...asMila(), width: 'phone', schemes: ['dark'] }));

// From here on there are fourteen channels.
const filled = async (name, path, options) => {
  const { items } = (await site.ask('GET', '/api/v1/channels', asMila())).body;
  if (items.length === 0) {
    await fill(site, mila);
    await sell(site, mila, salesUntil('2026-11-22'));
  }
  await compare(name, path, { ...asMila(), ...options });
};

for (const [name, mode] of Object.entries({ worksheet: 'table', phases: 'board', matrix: 'matrix' })) {
  const path = `/channels?mode=${mode}`;
  test(name, () => filled(name, path, { schemes: both }));
  test(`${name} on a phone`, () => filled(`${name}-phone`, path, { width: 'phone', schemes: both }));
}

async function openWebshop(page) {
  await page.getByText('Webwinkel').first().click();
  await page.getByRole('complementary').getByRole('heading', { name: 'Kosten', exact: true }).waitFor();
  await settled(page);
  // What a month costs by the day depends on how long the month is.
  await page.getByRole('complementary').locator('table').first().evaluate((table) => {
    table.style.visibility = 'hidden';
  });
  await page.mouse.move(0, 0);
}

test('a channel', () => filled('channel', '/channels', { schemes: both, prepare: openWebshop }));
test('a channel on a phone', () =>
  filled('channel-phone', '/channels', { width: 'phone', prepare: openWebshop }));

async function previewImport(page) {
  const cells = [
    'code\tname\tform\tgoal',
    'webshop\tWebwinkel\twebshop\tDag en nacht open',
    'tiktok\tTikTok Shop\tmarketplace\tJonge kopers',
    'app\tApp\tapp\tVaste klanten vaker laten terugkomen.',
  ];
  await page.getByLabel('Of plak de cellen hier').fill(cells.join('\n'));
  await page.getByRole('button', { name: 'Bekijk wat verandert' }).click();
  await page.getByText('TikTok Shop').waitFor();
  await page.mouse.move(0, 0);
}

test('what an import would change', () =>
  filled('import', '/channels?dialog=import', { schemes: both, prepare: previewImport }));
test('what an import would change, on a phone', () =>
  filled('import-phone', '/channels?dialog=import', { width: 'phone', prepare: previewImport }));

// When the figures were last renewed is another moment in every run.
async function drawn(page) {
  await page.locator('[data-drawn]').first().waitFor();
  await page.locator('header [title]:not(h1)').evaluateAll((all) => {
    for (const one of all) one.style.visibility = 'hidden';
  });
  await page.mouse.move(0, 0);
}

test('results', () => filled('results', '/results', { schemes: both, prepare: drawn }));
test('results on a phone', () =>
  filled('results-phone', '/results', { width: 'phone', schemes: both, prepare: drawn }));
test('what a KPI means', () =>
  filled('kpi', '/results?about=revenue', {
    prepare: async (page) => {
      await drawn(page);
      await page.getByText('Bijgewerkt', { exact: true }).locator('+ dd').evaluate((one) => {
        one.style.visibility = 'hidden';
      });
    },
  }));
test('the rows behind a number', () =>
  filled('rows', '/results?rows=%7B%7D', {
    prepare: async (page) => {
      await drawn(page);
      await page.getByRole('grid').getByText('Orderregel').first().waitFor();
    },
  }));
test('an answer in SQL', () =>
  filled('sql', '/sql?sql=select+code,name+from+feed_channel+order+by+1', {
    schemes: both,
    prepare: async (page) => {
      await page.getByRole('textbox', { name: 'Uw vraag in SQL' }).press('Control+Enter');
      await page.getByRole('grid').getByText('Webwinkel').waitFor();
      await page.getByText(/^\d+ ms$/).evaluate((one) => {
        one.style.visibility = 'hidden';
      });
    },
  }));
test('an empty screen of results', async () => {
  const other = await Site.start();
  try {
    const who = await other.setUp();
    const { page, close } = await visitor(browser, other, { cookie: who.cookie, now: '2026-11-22T10:00:00Z' });
    await page.goto(`${other.address}/results`);
    await page.getByText('Nog niets te meten').waitFor();
    await settled(page);
    await looksLike(page, 'results-empty');
    await close();
  } finally {
    await other.remove();
  }
});

test('the worksheet on paper', () =>
  filled('paper', '/channels/print', {
    schemes: ['dark'],
    prepare: (page) => page.emulateMedia({ media: 'print' }),
  }));
