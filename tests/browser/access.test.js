// Every screen × scheme × width: nothing that WCAG 2.2 AA forbids, nothing that breaks the policy of the server,
// nothing in the console.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { axe, launch, settled, visitor, widths } from './browser.js';
import { fillShop } from './goods.js';
import { entries, opened, screens } from './screens.js';
import { fillEvents, known } from './signals.js';
import { Site } from './site.js';
import { fill } from './van_dalen.js';
import { salesUntil, sell } from './van_dalen_sales.js';

let site;
let browser;
let mila;
let setupLink;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  setupLink = await site.setupLink();
});
after(async () => {
  await browser?.close();
  await site?.remove();
});

// The parts of the app that were loaded while all this was visited.
const loaded = new Set();

async function visit(options, look) {
  const { page, problems, close } = await visitor(browser, site, options);
  page.on('request', (request) => loaded.add(new URL(request.url()).pathname));
  const findings = [];
  await look(page, async (name) => {
    for (const finding of await axe(page)) findings.push(`${name}: ${finding}`);
  });
  assert.deepEqual(findings, []);
  // That a version is not the latest is what the dialog is about.
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 412 /.test(text)));
  await close();
}

const visitAll = (list, options) =>
  visit(options, async (page, check) => {
    for (const { name, path, shows, phone = shows, loading } of list) {
      await page.goto('about:blank');
      await page.goto(path.startsWith('http') ? path : site.address + path);
      await page.locator(options.width === 'phone' ? phone : shows).first().waitFor();
      if (!loading) await settled(page);
      await check(name);
    }
  });

// Somebody else changes the goal of a channel.
async function changeGoal(name, goal) {
  const address = `/api/v1/channels?search=${name}`;
  const [{ id, version, goal: now }] = (await site.ask('GET', address, mila)).body.items;
  if (now === goal) return;
  const headers = { 'If-Match': `"${version}"` };
  await site.ask('PATCH', `/api/v1/channels/${id}`, { cookie: mila.cookie, headers, body: { goal } });
}

const openAll = (options) =>
  visit(options, async (page, check) => {
    for (const { name, path, act, leave, loading } of opened) {
      await page.goto('about:blank');
      await page.goto(site.address + path);
      await page.locator('h1').first().waitFor();
      await settled(page);
      await act(page, changeGoal);
      if (!loading) await settled(page);
      await check(name);
      await leave?.(page);
      await changeGoal('Webwinkel', 'Online verkopen, dag en nacht.');
    }
  });

for (const width of Object.keys(widths)) {
  test(`set-up, ${width}`, () =>
    visitAll([{ name: 'set-up', path: setupLink, shows: 'form' }], { width }));
}

describe('a company at work', () => {
  before(async () => {
    mila = await site.setUp();
    await fill(site, mila);
    await sell(site, mila, salesUntil(new Date().toISOString().slice(0, 10)));
    await fillShop(site, mila);
    await fillEvents(site, mila);
    await known(site, mila, '/api/v1/events/coverage', ({ coverage }) => coverage.length > 12);
  });
  for (const width of Object.keys(widths)) {
    test(`screens, ${width}`, () => visitAll(screens, { cookie: mila.cookie, width }));
    test(`entries, ${width}`, () => visitAll(entries, { width, language: 'en' }));
  }
  test('what opens over a screen', () => openAll({ cookie: mila.cookie }));

  test('no page or dialog is left out: every part of the app that loads by itself was loaded', async () => {
    const file = new URL('../../web/dist/.vite/manifest.json', import.meta.url);
    const parts = Object.values(JSON.parse(await readFile(file, 'utf8')));
    const left = parts.filter((part) => part.isDynamicEntry && !loaded.has(`/${part.file}`));
    assert.deepEqual(left.map(({ src, file: name }) => src ?? name), []);
  });
});

test('a long name, right-to-left text and emoji stay inside their place', async () => {
  const { page, close } = await visitor(browser, site, { cookie: mila.cookie, width: 'phone' });
  await page.goto(`${site.address}/settings/profile`);
  const field = page.getByLabel('Naam', { exact: true });
  await field.fill(`שרה 🛶 ${'Wolfeschlegelsteinhausen'.repeat(3)}`);
  await field.press('Enter');
  await page.getByText('Naam gewijzigd').waitFor();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(wider, false);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByText('Ongedaan gemaakt').waitFor();
  await close();
});
