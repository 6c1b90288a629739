// A line that is slow, breaks or comes back, and a session that ends: nothing that was typed is lost, and a
// quiet bar says how it stands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { cookieOf, password, Site } from './site.js';
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

async function open({ cookie = mila.cookie, ...options } = {}) {
  const visit = await visitor(browser, site, { cookie, ...options });
  await visit.page.goto(`${site.address}/channels`);
  await visit.page.getByRole('grid').getByText('Webwinkel').waitFor();
  await settled(visit.page);
  return visit;
}

async function typeGoal(page, name, goal) {
  const row = page.getByRole('row', { name: new RegExp(`^${name}`) });
  await row.getByRole('gridcell').nth(4).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(goal);
  await page.keyboard.press('Enter');
}

const goalOf = async (name) => {
  const address = `/api/v1/channels?search=${encodeURIComponent(name)}`;
  return (await site.ask('GET', address, { cookie: mila.cookie })).body.items[0].goal;
};

// What the browser itself says of requests that did not arrive is expected here.
const quiet = (visit) => {
  visit.problems.splice(
    0,
    visit.problems.length,
    ...visit.problems.filter((text) => !/net::ERR|Failed to load resource|dynamically imported module/.test(text)),
  );
  return visit.close();
};

test('requests that fail now and then: each edit arrives once', async () => {
  const visit = await open();
  let asked = 0;
  await visit.page.route('**/api/v1/channels/chn_*', (route) => {
    asked += 1;
    return asked % 2 === 1 ? route.abort('connectionreset') : route.continue();
  });
  await typeGoal(visit.page, 'App', 'Elke maand een reden om te openen.');
  await visit.page.getByText('Doel gewijzigd').waitFor();
  assert.equal(await goalOf('App'), 'Elke maand een reden om te openen.');
  await quiet(visit);
});

test('the answer is lost after the work was done: nobody is asked to choose', async () => {
  const visit = await open();
  let lost = 0;
  await visit.page.route('**/api/v1/channels/chn_*', async (route) => {
    if (route.request().method() !== 'PATCH' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await typeGoal(visit.page, 'bol', 'Zichtbaar zijn waar men zoekt.');
  await visit.page.getByText('Doel gewijzigd').waitFor();
  assert.equal(await visit.page.getByRole('dialog').count(), 0);
  assert.equal(await goalOf('bol'), 'Zichtbaar zijn waar men zoekt.');
  await quiet(visit);
});

test('the server is away: the bar says so, edits of two cells wait, and go when it is back', async () => {
  const visit = await open();
  await site.stop();
  await visit.page.getByText('Geen verbinding').waitFor();
  await typeGoal(visit.page, 'E-mail', 'Vaste klanten terugbrengen.');
  await typeGoal(visit.page, 'Sociale media', 'Inspireren.');
  await visit.page.getByText('2 wijzigingen wachten').waitFor();
  await visit.page.getByRole('grid').getByText('Inspireren.', { exact: true }).waitFor();
  await site.restart();
  await visit.page.getByText(/wijzigingen? wacht/).waitFor({ state: 'detached', timeout: 40_000 });
  await visit.page.getByText('Geen verbinding').waitFor({ state: 'detached' });
  assert.equal(await goalOf('E-mail'), 'Vaste klanten terugbrengen.');
  assert.equal(await goalOf('Sociale media'), 'Inspireren.');
  await quiet(visit);
});

test('the stream of news drops: what was missed is there when it is back', async () => {
  const visit = await open();
  await site.stop();
  await site.restart();
  const { body } = await site.ask('GET', '/api/v1/channels?search=Zwolle', { cookie: mila.cookie });
  const { id, version } = body.items[0];
  await site.ask('PATCH', `/api/v1/channels/${id}`, {
    cookie: mila.cookie,
    headers: { 'If-Match': `"${version}"` },
    body: { goal: 'De winkel van het oosten.' },
  });
  await visit.page.getByRole('grid').getByText('De winkel van het oosten.').waitFor();
  await quiet(visit);
});

test('the session ends in the middle of a cell: sign in over the page, and it is saved', async () => {
  const { headers } = await site.ask('POST', '/api/v1/access/session', {
    body: { email: mila.email, password },
  });
  const cookie = cookieOf(headers);
  const visit = await open({ cookie });
  await site.ask('DELETE', '/api/v1/access/session', { cookie });
  await typeGoal(visit.page, 'Contactcentrum', 'Elk gesprek telt.');
  const dialog = visit.page.getByRole('dialog');
  await dialog.getByText('Uw sessie is verlopen').waitFor();
  await dialog.getByLabel('Wachtwoord').fill('dit is het verkeerde');
  await dialog.getByRole('button', { name: 'Inloggen' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Wachtwoord').fill(password);
  await dialog.getByRole('button', { name: 'Inloggen' }).click();
  await visit.page.getByText('Doel gewijzigd').waitFor();
  assert.equal(await goalOf('Contactcentrum'), 'Elk gesprek telt.');
  await quiet(visit);
});

test('a tab of before an upgrade: a page that is gone asks to reload', async () => {
  const visit = await open();
  await visit.page.route('**/assets/UsersPage-*', (route) => route.fulfill({ status: 404 }));
  await visit.page.getByRole('link', { name: 'Instellingen' }).click();
  await visit.page.getByRole('link', { name: 'Gebruikers' }).click();
  await visit.page.getByRole('heading', { level: 1, name: 'Er is een nieuwe versie' }).waitFor();
  await visit.page.unroute('**/assets/UsersPage-*');
  await visit.page.getByRole('button', { name: 'Herladen' }).click();
  await visit.page.getByRole('table').getByText('Mila Koster').waitFor();
  await quiet(visit);
});

test('a slow line: what is asked for shows that it is coming, and an edit is there at once', async () => {
  const visit = await visitor(browser, site, { cookie: mila.cookie });
  const session = await visit.context.newCDPSession(visit.page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 20_000,
  });
  await visit.page.goto(`${site.address}/channels`);
  await visit.page.getByRole('grid').getByText('Webwinkel').waitFor();
  await settled(visit.page);
  await typeGoal(visit.page, 'Winkel Amsterdam', 'Het huis van het merk.');
  await visit.page
    .getByRole('grid')
    .getByText('Het huis van het merk.')
    .waitFor({ timeout: 350 });
  await visit.page.getByText('Doel gewijzigd').waitFor();
  await visit.close();
});
