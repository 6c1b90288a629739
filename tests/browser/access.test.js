// Every screen × scheme × width: nothing that WCAG 2.2 AA forbids, nothing that breaks the policy of the server,
// nothing in the console, and no text that leaves its place, in either language or a third longer.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { axe, launch, settled, visitor, widths } from './browser.js';
import { fillShop } from './goods.js';
import { addHardNames } from './hard_names.js';
import { entries, opened, screens } from './screens.js';
import { fillEvents, known } from './signals.js';
import { Site } from './site.js';
import { spilt, stretch } from './spilt.js';
import { arrive, begin, fillDesk } from './talks.js';
import { fill, fillDecisions, fillOffers } from './van_dalen.js';
import { salesUntil, sell } from './van_dalen_sales.js';
import { fillPanel } from './voices.js';

let site;
let browser;
let mila;
let setupLink;
let panelLink;

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
  const note = (name, found) => findings.push(...found.map((finding) => `${name}: ${finding}`));
  await look(page, note);
  assert.deepEqual([...new Set(findings)], []);
  // That a version is not the latest is what the dialog is about.
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 412 /.test(text)));
  await close();
}

const load = (page, path) => page.goto(site.address + path);

const push = (page, path) => page.evaluate((to) => history.pushState(null, '', to), path);

// As a link in the app goes there: from a page without anything, so that nothing of the one before is looked at.
async function follow(page, path) {
  await page.evaluate(() => document.querySelector('h1').classList.add('before'));
  await push(page, '/there-is-no-such-page');
  await page.locator('h1:not(.before)').waitFor();
  await push(page, path);
}

// Comes to each of a list by `go`, and looks at it once it stands.
const visitAll = (list, { go = load, ...options }, look) =>
  visit(options, async (page, note) => {
    for (const [index, { name, path, shows, phone = shows, loading }] of list.entries()) {
      await (index === 0 ? load : go)(page, path);
      await page.locator(options.width === 'phone' ? phone : shows).first().waitFor();
      if (!loading) await settled(page);
      await look(page, name, note);
    }
  });

const useOf = async (page, name, note) => note(name, await axe(page));

async function useAndPlaceOf(page, name, note) {
  await useOf(page, name, note);
  note(name, await spilt(page));
  await stretch(page);
  note(`${name}, longer`, await spilt(page));
}

async function speak(language) {
  const { version } = (await site.ask('GET', '/api/v1/access/me', mila)).body;
  const headers = { 'If-Match': `"${version}"` };
  await site.ask('PATCH', '/api/v1/access/me', { cookie: mila.cookie, headers, body: { language } });
}

// Somebody else changes the goal of a channel.
async function changeGoal(name, goal) {
  const address = `/api/v1/channels?search=${name}`;
  const [{ id, version, goal: now }] = (await site.ask('GET', address, mila)).body.items;
  if (now === goal) return;
  const headers = { 'If-Match': `"${version}"` };
  await site.ask('PATCH', `/api/v1/channels/${id}`, { cookie: mila.cookie, headers, body: { goal } });
}

const openAll = (options) =>
  visit(options, async (page, note) => {
    for (const { name, path, act, leave, loading } of opened) {
      await load(page, path);
      await page.locator('h1').first().waitFor();
      await settled(page);
      await act(page, changeGoal);
      if (!loading) await settled(page);
      await useOf(page, name, note);
      await leave?.(page);
      await changeGoal('Webwinkel', 'Online verkopen, dag en nacht.');
    }
  });

for (const width of Object.keys(widths)) {
  test(`set-up, ${width}`, () => {
    const { pathname, hash } = new URL(setupLink);
    return visitAll([{ name: 'set-up', path: pathname + hash, shows: 'form' }], { width }, useOf);
  });
}

describe('a company at work', () => {
  before(async () => {
    mila = await site.setUp();
    await fill(site, mila);
    await sell(site, mila, salesUntil(new Date().toISOString().slice(0, 10)));
    await fillShop(site, mila);
    const { web } = await fillEvents(site, mila);
    const { team } = await fillDesk(site, mila);
    await fillOffers(site, mila, team);
    await fillDecisions(site, mila, web.secret);
    await arrive(site, mila);
    await begin(site, { name: 'Kim de Vries', email: 'kim@example.com', question: 'Past de lamp op een dimmer?' });
    await known(site, mila, '/api/v1/events/coverage', ({ coverage }) => coverage.length > 12);
    await site.ask('POST', '/api/v1/value/fits', mila);
    await known(site, mila, '/api/v1/value/model', ({ model, fitting }) => model && !fitting);
    await site.ask('POST', '/api/v1/conflicts/looks', mila);
    await known(site, mila, '/api/v1/conflicts/standing', ({ looked }) => looked);
    panelLink = await fillPanel(site, mila);
  });
  test('what opens over a screen', () => openAll({ cookie: mila.cookie }));

  const desk = { width: 'desktop', language: 'en', go: load };
  const phone = { width: 'phone', language: 'nl', go: follow };
  for (const by of [desk, phone]) {
    test(`entries, ${by.width}`, () => {
      const answering = { name: 'answering', path: panelLink, shows: 'fieldset' };
      return visitAll([...entries, answering], { width: by.width, language: 'en' }, useOf);
    });
    test(`screens, ${by.width}`, async () => {
      if (by === desk) await addHardNames(site, mila);
      await speak(by.language);
      await visitAll(screens, { ...by, cookie: mila.cookie }, useAndPlaceOf);
    });
  }

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
