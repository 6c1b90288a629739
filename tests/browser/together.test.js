// Two people, ended sessions, cut lines and upgrades: nothing that was typed is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, visitor } from './browser.js';
import { makeKey } from './signals.js';
import { addChannels, cookieOf, password, Site } from './site.js';

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

async function openCompany(options = {}) {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(`${site.address}/settings/company`);
  const name = visit.page.getByLabel('Naam', { exact: true });
  await name.waitFor();
  return { ...visit, name };
}

const companyNow = async () => (await site.ask('GET', '/api/v1/company', { cookie: mila.cookie })).body;

test('an edit shows at once elsewhere, and can be undone by key', async () => {
  const one = await openCompany();
  const two = await openCompany();
  await one.name.fill('Van Dalen');
  await one.name.press('Enter');
  await one.page.getByText('Naam gewijzigd').waitFor();
  await two.page.getByText('Van Dalen', { exact: true }).first().waitFor();
  await one.page.keyboard.press('Control+z');
  await one.page.getByText('Ongedaan gemaakt').waitFor();
  assert.equal((await companyNow()).name, 'Van Dalen Wonen');
  await two.page.getByText('Van Dalen Wonen', { exact: true }).first().waitFor();
  await one.close();
  await two.close();
});

test('two people change the same field: both values are shown', async () => {
  const one = await openCompany();
  const two = await openCompany();
  await two.name.fill('Van Dalen Keukens');
  await one.name.fill('Van Dalen Groep');
  await one.name.press('Enter');
  await one.page.getByText('Naam gewijzigd').waitFor();
  await two.name.press('Enter');
  const dialog = two.page.getByRole('dialog');
  await dialog.getByText('Van Dalen Groep').waitFor();
  await dialog.getByText('Van Dalen Keukens').waitFor();
  await dialog.getByRole('button', { name: 'Gebruik mijn wijziging' }).click();
  await two.page.getByText('Naam gewijzigd').waitFor();
  assert.equal((await companyNow()).name, 'Van Dalen Keukens');
  one.problems.length = 0;
  two.problems.splice(0, two.problems.length, ...two.problems.filter((text) => !/ 412 /.test(text)));
  await one.close();
  await two.close();
});

test('two people edit the same cell of the worksheet', async () => {
  const [shop] = await addChannels(site, mila, ['webshop', 'store']);
  const one = await openCell('Webwinkel');
  const two = await openCell('Webwinkel');
  await one.type('Dag en nacht open');
  await two.type('Verkopen zonder winkel');
  await one.page.keyboard.press('Enter');
  await one.page.getByText('Doel gewijzigd').waitFor();
  await two.page.keyboard.press('Enter');
  const dialog = two.page.getByRole('dialog');
  await dialog.getByText('Dag en nacht open').waitFor();
  await dialog.getByRole('button', { name: 'Laat staan wat er nu staat' }).click();
  await two.page.getByRole('grid').getByText('Dag en nacht open').waitFor();
  const { body } = await site.ask('GET', `/api/v1/channels/${shop.id}`, { cookie: mila.cookie });
  assert.equal((body.channel ?? body).goal, 'Dag en nacht open');
  two.problems.splice(0, two.problems.length, ...two.problems.filter((text) => !/ 412 /.test(text)));
  await one.close();
  await two.close();
});

// The cell with the goal of a channel, being edited.
async function openCell(channel) {
  const visit = await visitor(browser, site, { cookie: mila.cookie });
  const { page } = visit;
  await page.goto(`${site.address}/channels`);
  const row = page.getByRole('row', { name: new RegExp(channel) });
  await row.getByRole('gridcell').nth(4).dblclick();
  const type = async (text) => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  };
  return { ...visit, type };
}

test('the session ends in the middle of an edit: sign in over the page, and it is saved', async () => {
  const { cookie } = await signIn();
  const visit = await openCompany({ cookie });
  await visit.name.fill('Na het inloggen');
  await site.ask('DELETE', '/api/v1/access/session', { cookie });
  await visit.name.press('Enter');
  const dialog = visit.page.getByRole('dialog');
  await dialog.getByLabel('Wachtwoord').fill(password);
  await dialog.getByRole('button', { name: 'Inloggen' }).click();
  await visit.page.getByText('Naam gewijzigd').waitFor();
  assert.equal((await companyNow()).name, 'Na het inloggen');
  await visit.close();
});

test('the line drops during an edit: it waits, says so, and goes when the line is back', async () => {
  const visit = await openCompany();
  await visit.context.setOffline(true);
  await visit.name.fill('Door de tunnel');
  await visit.name.press('Enter');
  await visit.page.getByText('1 wijziging wacht').waitFor();
  await visit.context.setOffline(false);
  await visit.page.getByText('Naam gewijzigd').waitFor();
  assert.equal((await companyNow()).name, 'Door de tunnel');
  visit.problems.length = 0;
  await visit.close();
});

test('a page that cannot load says so and helps', async () => {
  const visit = await openCompany();
  await visit.page.route('**/api/v1/access/keys', (route) => route.abort());
  await visit.page.getByRole('link', { name: 'Sleutels' }).click();
  await visit.page.getByText('Sluis is niet bereikbaar').waitFor();
  await visit.page.unroute('**/api/v1/access/keys');
  await visit.page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await visit.page.getByText('Nog geen sleutels').waitFor();
  visit.problems.length = 0;
  await visit.close();
});

test('on a slow line the page shows that it is loading, then what was asked', async () => {
  const visit = await visitor(browser, site, { cookie: mila.cookie });
  await visit.page.route('**/api/v1/access/users', async (route) => {
    await visit.page.getByRole('status', { name: 'Bezig met laden' }).waitFor();
    await route.continue();
  });
  await visit.page.goto(`${site.address}/settings/users`);
  await visit.page.getByRole('table').getByText('Mila Koster').waitFor();
  await visit.close();
});

// Somebody else changes a record of this version while it stands open here.
const changeElsewhere = (method, address, version, body) =>
  site.ask(method, address, { cookie: mila.cookie, headers: { 'If-Match': `"${version}"` }, body });

// What was typed in a dialog is refused, stays, and goes over the other's change when that is asked for.
async function refusedThenKept({ page, problems }, save) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: save }).click();
  await dialog.getByText(/^Iemand anders wijzigde dit/).waitFor();
  await dialog.getByRole('button', { name: 'Gebruik mijn wijziging' }).click();
  await dialog.waitFor({ state: 'detached' });
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 412 /.test(text)));
}

test('a segment that was changed meanwhile is not overwritten unawares', async () => {
  const where = { measure: 'orders', is: 'at_least', value: '1', days: 365 };
  const draft = { code: 'loyal', name: 'Trouw', description: '', rule: { where } };
  const { cookie } = mila;
  const { id } = (await site.ask('POST', '/api/v1/segments', { cookie, body: draft })).body;
  const visit = await visitor(browser, site, { cookie });
  await visit.page.goto(`${site.address}/segments?open=${id}&dialog=rule`);
  await visit.page.getByRole('dialog').getByLabel('Waarvoor').fill('Voor de nieuwsbrief');
  const rule = { where: { ...where, value: '3' } };
  await changeElsewhere('PATCH', `/api/v1/segments/${id}`, 1, { rule });
  await refusedThenKept(visit, 'Bewaren');
  const now = (await site.ask('GET', `/api/v1/segments/${id}`, { cookie })).body;
  assert.equal(now.description, 'Voor de nieuwsbrief');
  await visit.close();
});

test('a source that was changed meanwhile is not overwritten unawares', async () => {
  const { source } = await makeKey(site, mila, { name: 'Telefoon', channel: 'Webwinkel' });
  const visit = await visitor(browser, site, { cookie: mila.cookie });
  await visit.page.goto(`${site.address}/settings/connections`);
  await visit.page.getByRole('button', { name: 'Telefoon' }).click();
  await visit.page.getByRole('dialog').getByLabel('Naam').fill('Telefooncentrale');
  const change = { silence_minutes: 30 };
  await changeElsewhere('PATCH', `/api/v1/sources/${source.id}`, source.version, change);
  await refusedThenKept(visit, 'Bewaren');
  await visit.page.getByText('Telefooncentrale is gewijzigd').waitFor();
  await visit.close();
});

test('a mapping that was changed meanwhile is not overwritten unawares', async () => {
  const mappings = '/api/v1/imports/mappings';
  const visit = await visitor(browser, site, { cookie: mila.cookie });
  const { page } = visit;
  await page.goto(`${site.address}/settings/imports`);
  await page
    .locator('input[type=file]')
    .setInputFiles(fileURLToPath(new URL('kassa.csv', import.meta.url)));
  const keep = page.getByRole('button', { name: 'Koppeling bewaren' });
  await keep.first().click();
  await page.getByRole('dialog').getByLabel('Naam').fill('Kassa’s');
  await page.getByRole('dialog').getByRole('button', { name: 'Koppeling bewaren' }).click();
  await page.getByText('Kassa’s is bewaard').waitFor();
  await page.getByLabel('Wat Kleur is').selectOption({ label: 'Niet gebruiken' });
  const kept = async () => (await site.ask('GET', mappings, { cookie: mila.cookie })).body.items[0];
  const { id, version, mapping } = await kept();
  await changeElsewhere('PUT', `${mappings}/${id}`, version, { ...mapping, title: 'Tills' });
  await keep.first().click();
  await refusedThenKept(visit, 'Koppeling bewaren');
  assert.equal((await kept()).version, version + 2);
  await visit.close();
});

test('the server was upgraded: the tab asks to reload, and keeps what is being typed', async () => {
  const visit = await openCompany();
  await visit.name.fill('Half getypt');
  // The new version: the page names other files.
  await visit.page.route(`${site.address}/`, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll('/assets/index-', '/assets/index-new-');
    await route.fulfill({ response: answer, body });
  });
  await site.stop();
  await site.restart();
  await visit.page.getByText('Er is een nieuwe versie van Sluis').waitFor({ timeout: 45_000 });
  assert.equal(await visit.name.inputValue(), 'Half getypt');
  visit.problems.length = 0;
  await visit.close();
});

async function signIn() {
  const answer = await site.ask('POST', '/api/v1/access/session', {
    body: { email: mila.email, password },
  });
  return { cookie: cookieOf(answer.headers) };
}
