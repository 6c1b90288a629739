// A person makes a segment and sees whom it holds for, looks who was in it on a day, and changes where a tier of
// the pyramid ends; by keyboard too. Then says what is offered to whom, and where.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.js';
import { fillEvents, known } from './signals.js';
import { join, Site } from './site.js';
import { fillDesk } from './talks.js';
import { fill, fillDecisions, fillOffers } from './van_dalen.js';

let site;
let browser;
let mila;
let web;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  mila = await site.setUp();
  await fill(site, mila);
  ({ web } = await fillEvents(site, mila));
  await known(site, mila, '/api/v1/customers', ({ items }) => items.length === 4);
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

const segmentsKnown = (isThere) => known(site, mila, '/api/v1/segments', ({ items }) => isThere(items));

test('a segment is made, and the count follows the rule', async () => {
  const { page, close } = await at('/segments');
  await page.getByRole('button', { name: 'Nieuw segment' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Trouwe kopers');
  await dialog.getByText('4 klanten van 4 passen.').waitFor();
  await dialog.getByLabel('Wat', { exact: true }).selectOption({ label: 'Omzet' });
  await dialog.getByLabel('Waarde', { exact: true }).fill('200');
  await dialog.getByText('2 klanten van 4 passen.').waitFor();
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('Trouwe kopers is bewaard').waitFor();
  await segmentsKnown(([one]) => one?.members === 2);
  await page.getByRole('cell', { name: '2', exact: true }).waitFor();
  await close();
});

test('who was in it on a day stands in the URL, and the history tells who made it', async () => {
  const { page, close } = await at('/segments');
  await page.getByRole('button', { name: 'Trouwe kopers' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await panel.getByText(/^2 klanten op/).waitFor();
  await panel.getByRole('link', { name: 'Zoë van Dijk' }).waitFor();
  await panel.getByText(/Mila Koster/).waitFor();
  await panel.getByLabel('Op', { exact: true }).fill('1-1-2020');
  await panel.getByLabel('Op', { exact: true }).press('Enter');
  await panel.getByText(/^0 klanten op 1 jan/).waitFor();
  assert.match(page.url(), /day=2020-01-01/);
  await page.reload();
  await panel.getByText(/^0 klanten op 1 jan/).waitFor();
  await panel.getByRole('heading', { name: 'Trouwe kopers' }).focus();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await close();
});

test('a group stands in a rule and is found there again', async () => {
  const { page, close } = await at('/segments');
  await page.getByRole('button', { name: 'Trouwe kopers' }).click();
  await page.getByRole('button', { name: 'Regel wijzigen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 klanten van 4 passen.').waitFor();
  await dialog.getByRole('button', { name: 'Groep', exact: true }).press('Enter');
  const group = dialog.getByRole('group', { name: 'geldt er minstens één' });
  await group.getByLabel('Hiervan').selectOption({ label: 'geldt er geen' });
  await dialog.getByText('0 klanten van 4 passen.').waitFor();
  const none = dialog.getByRole('group', { name: 'geldt er geen' });
  await none.getByLabel('Kanaal').selectOption({ label: 'Webwinkel' });
  await dialog.getByText('2 klanten van 4 passen.').waitFor();
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('Trouwe kopers is bewaard').waitFor();
  await page.getByText('Gewijzigd: regel').waitFor();
  await page.getByRole('button', { name: 'Regel wijzigen' }).click();
  assert.equal(await none.getByLabel('Kanaal').inputValue(), 'webshop');
  await none.getByRole('button', { name: 'Groep weghalen' }).click();
  await none.waitFor({ state: 'detached' });
  await close();
});

test('a threshold changes the pyramid, and two people who change it are asked', async () => {
  const { page, problems, close } = await at('/segments');
  const tiers = page.getByRole('list', { name: 'Klantenpiramide' });
  await tiers.getByRole('listitem').filter({ hasText: 'Top' }).getByText('1', { exact: true }).waitFor();
  const top = page.getByLabel('Top (%)');
  await top.fill('50');
  await top.press('Tab');
  await page.getByText('Top gewijzigd').waitFor();
  await tiers.getByRole('listitem').filter({ hasText: 'Top' }).getByText('2', { exact: true }).waitFor();
  await top.fill('0');
  await top.press('Tab');
  await page.getByText('Vul meer dan 0 en ten hoogste 100 in.').waitFor();
  assert.equal(await top.inputValue(), '0');
  await top.fill('60');
  const address = '/api/v1/segments/pyramid/thresholds';
  const { body, headers } = await site.ask('GET', address, { cookie: mila.cookie });
  await site.ask('PUT', address, {
    cookie: mila.cookie,
    headers: { 'If-Match': headers.get('ETag') },
    body: { ...body, top: 2_000 },
  });
  await top.press('Tab');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('20', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Gebruik mijn wijziging' }).click();
  await dialog.waitFor({ state: 'detached' });
  await known(site, mila, address, (now) => now.top === 6_000);
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 412 /.test(text)));
  await page.getByLabel('Periode').selectOption({ label: 'Laatste 7 dagen' });
  await page.getByRole('region', { name: 'Wie verschoof' }).waitFor();
  assert.match(page.url(), /period=7d/);
  await close();
});

test('a segment gets an owner, is archived, and comes back', async () => {
  const { page, close } = await at('/segments');
  await page.getByRole('button', { name: 'Trouwe kopers' }).click();
  await page.getByRole('button', { name: 'Regel wijzigen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Eigenaar').selectOption({ label: 'Mila Koster' });
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByText('Eigenaar: Mila Koster').waitFor();
  await panel.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Archiveren' }).click();
  await page.getByText('Trouwe kopers is gearchiveerd').waitFor();
  await page.getByRole('button', { name: 'Toon ook 1 gearchiveerd segment' }).click();
  await page.getByRole('table').first().getByText('Gearchiveerd').waitFor();
  await panel.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Terughalen' }).click();
  await page.getByText('Trouwe kopers is teruggehaald').waitFor();
  await segmentsKnown(([one]) => one?.archived === false && one.members === 2);
  await close();
});

test('an agent reads a rule, and neither changes nor counts it', async () => {
  const cookie = await join(site, mila, { name: 'Piet Aarts', roles: ['agent'] });
  const { page, close } = await at('/segments', { cookie });
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Trouwe kopers' }).click();
  await page.getByRole('button', { name: 'Regel tonen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('group', { name: 'gelden alle' }).waitFor();
  assert.equal(await dialog.getByLabel('Naam').isDisabled(), true);
  assert.equal(await dialog.getByRole('button', { name: 'Bewaren' }).count(), 0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.ok(!asked.includes('/api/v1/segments/count'));
  await close();
});

test('an analyst sees how many and no names', async () => {
  const cookie = await join(site, mila, { name: 'Nina Postma', roles: ['analyst'] });
  const { page, close } = await at('/segments', { cookie });
  await page.getByRole('button', { name: 'Trouwe kopers' }).click();
  await page.getByText(/^2 klanten op/).waitFor();
  assert.equal(await page.getByText('Zoë van Dijk').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Nieuw segment' }).count(), 0);
  await close();
});

test('an offer is made up beside how a visitor sees it, with how many it is meant for', async () => {
  const { team } = await fillDesk(site, mila);
  await fillOffers(site, mila, team);
  const { page, close } = await at('/offers');
  await page.getByRole('button', { name: 'Nieuwe aanbieding' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Wat het brengt').selectOption({ label: 'Terugbellen' });
  await dialog.getByLabel('Naam').fill('Bel mij vanavond');
  await dialog.getByText('Mijn account').click();
  await dialog.getByRole('button', { name: 'Aanbieding toevoegen' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByText('Wordt gedaan').waitFor();
  const nudge = panel.getByRole('figure');
  const title = panel.getByLabel('Titel, Nederlands');
  await title.fill('Vanavond even bellen?');
  await nudge.getByText('Vanavond even bellen?').waitFor();
  await title.press('Enter');
  await page.getByText('Titel, Nederlands gewijzigd').waitFor();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await nudge.getByText('Wij bellen u terug').waitFor();
  await panel.getByText('Trouwe kopers').click();
  await panel.getByText('2 van de 4 bekende klanten zitten er nu in.').waitFor();
  await panel.getByLabel('Laatste dag').fill('31-12-2030');
  await panel.getByLabel('Laatste dag').press('Enter');
  await panel.getByText('Tot en met 31 dec 2030, naar de klok van Europe/Amsterdam.').waitFor();
  await known(site, mila, '/api/v1/decisions/offers', ({ items }) =>
    items.some(({ code, until }) => code === 'bel-mij-vanavond' && until?.startsWith('2030-12-31T23:00')),
  );
  await close();
});

test('a decision is explained, and what offers add is measured with how many', async () => {
  await fillDecisions(site, mila, web.secret);
  const { page, close } = await at('/offers?tab=log');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Waarom' }).click();
  await page.getByRole('radio', { name: 'Aangeboden' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('grid').getByText('Niets loont').first().waitFor({ state: 'detached' });
  await page.getByRole('grid').getByText('Keuzehulp banken', { exact: true }).first().click();
  const panel = page.getByRole('complementary');
  await panel.getByText(/^Aangeboden: Keuzehulp banken/).waitFor();
  await panel.getByText(/^Tegengehouden: wie erop inging had langer moeten wachten/).first().waitFor();
  await panel.getByText('Uit het logboek opnieuw uitgerekend komt hetzelfde eruit.').waitFor();
  await page.goto(`${site.address}/customers`);
  await page.getByText('Kim de Vries').click();
  await panel.getByRole('link', { name: 'Wat is aangeboden, en waarom' }).click();
  await page.getByText('Alleen wat voor één klant is beslist.').waitFor();
  await page.getByText('1 beslissing', { exact: true }).waitFor();
  await page.getByText('Wat ze toevoegen').click();
  await page.getByRole('cell', { name: /Keuzehulp banken/ }).waitFor();
  await page.getByText('Daarnaast is 1 beslissing genomen', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Terughalen' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Terughalen' }).click();
  await page.getByText('Wat er geleerd wordt, neemt het niet over', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByText('Wat er geleerd wordt, neemt het niet over', { exact: false }).waitFor({ state: 'detached' });
  await close();
});

test('everything goes off after a question; an analyst sees that it is off and has no switch', async () => {
  const { page, close } = await at('/offers?tab=settings');
  const off = 'Alles staat uit: niemand krijgt iets aangeboden, op geen enkele plek.';
  await page.getByRole('button', { name: 'Alles uitzetten' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Alles uitzetten' }).click();
  await page.getByText(off).waitFor();
  const held = page.getByLabel('Apart gehouden (% van de klanten)');
  await held.fill('12,5');
  await held.press('Tab');
  await page.getByText(/^12,5.* van de klanten krijgt niets/).waitFor();
  await close();
  const cookie = await join(site, mila, { name: 'Sem Bos', roles: ['analyst'] });
  const other = await at('/offers', { cookie });
  await other.page.getByText(off).waitFor();
  await other.page.getByText('Keuzehulp banken').click();
  const panel = other.page.getByRole('complementary');
  assert.equal(await panel.getByLabel('Titel, Nederlands').isDisabled(), true);
  assert.equal(await other.page.getByRole('button', { name: /aanzetten|Uitzetten|Nieuwe/ }).count(), 0);
  await other.close();
});
