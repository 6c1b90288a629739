// What comes in is seen, filtered, followed to its rows and kept as a view; in both languages, by mouse and
// by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { known } from './signals.js';
import { join, Site } from './site.js';
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

const today = new Date().toISOString().slice(0, 10);
const kpi = (page, name) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first();

async function open(options = {}, path = '/results') {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(site.address + path);
  await visit.page.locator('h1').first().waitFor();
  await settled(visit.page);
  return visit;
}

test('without data the screen says what it is for', async () => {
  const { page, close } = await open();
  await page.getByText('Nog niets te meten').waitFor();
  await page.getByRole('button', { name: 'Bestand importeren' }).waitFor();
  await close();
  const cookie = await join(site, mila, { name: 'Nina Postma', roles: ['analyst'] });
  const { page: other, close: closeOther } = await open({ cookie });
  await other.getByText('Nog niets te meten').waitFor();
  assert.equal(await other.getByRole('button', { name: 'Bestand importeren' }).count(), 0, 'an analyst may not');
  await closeOther();
});

test('a sale that comes in is in the figures, and the screen shows it by itself', async () => {
  await fill(site, mila);
  await sell(site, mila, salesUntil(today));
  const { page, close } = await open({ language: 'en' }, '/results?period=7d');
  const orders = await figure(page, 'Orders');
  const order = { kind: 'order_completed', channel: 'webshop', currency: 'EUR', identities: [], order: 'late', revenue: '50.00', ts: new Date().toISOString(), message_id: 'late' };
  await sell(site, mila, [order]);
  await page.waitForFunction(
    (count) => document.body.textContent.includes(count),
    (orders + 1).toLocaleString('en-GB'),
  );
  assert.equal(await figure(page, 'Orders'), orders + 1);
  await close();
});

async function figure(page, name) {
  const text = await kpi(page, name).locator('span').nth(1).textContent();
  return Number(text.replace(/[^\d-]/g, ''));
}

test('the strip, the list beside the chart and the table say the same', async () => {
  const { page, close } = await open({ language: 'en' });
  await kpi(page, 'Orders').click();
  await page.waitForURL(/kpi=orders/);
  const list = page.getByRole('list', { name: 'By channel' }).getByRole('button').locator('b');
  const sum = (await list.allTextContents()).reduce((all, text) => all + Number(text.replace(/\D/g, '')), 0);
  assert.equal(sum, await figure(page, 'Orders'));
  const foot = await page.locator('tfoot td').nth(1).textContent();
  assert.equal(Number(foot.replace(/\D/g, '')), sum);
  await close();
});

test('a click on a value filters, everywhere, and stays in the address', async () => {
  const { page, close } = await open();
  await page.getByRole('list', { name: 'Per kanaal' }).getByRole('button', { name: /^App/ }).click();
  await page.waitForURL(/channel=chn_/);
  await page.getByRole('button', { name: 'Filter Kanaal weghalen' }).waitFor();
  await page.getByRole('button', { name: /^Lamp Linge/ }).click();
  await page.getByRole('button', { name: 'Filter Product weghalen' }).waitFor();
  await settled(page);
  assert.equal(await page.getByRole('button', { name: /^Kosten/ }).count(), 0, 'no cost of one product');
  await page.reload();
  await page.getByRole('button', { name: 'Filter Product weghalen' }).waitFor();
  await page.keyboard.press('x');
  await kpi(page, 'Kosten').waitFor();
  assert.ok(!page.url().includes('channel='));
  await close();
});

test('a number leads to its rows, page by page, and to a file', async () => {
  const { page, close } = await open();
  const cell = page.getByRole('row', { name: /^Webwinkel/ }).getByRole('button').nth(2);
  const count = Number((await cell.textContent()).replace(/\D/g, ''));
  await cell.click();
  const panel = page.getByRole('complementary', { name: 'Gebeurtenissen' });
  await panel.getByText('100 geladen, er zijn er meer').waitFor();
  const grid = panel.getByRole('grid');
  await grid.focus();
  for (let press = 0; press < 60 && !(await panel.getByText(`${count.toLocaleString('nl-NL')} gebeurtenissen`).count()); press += 1) {
    await page.keyboard.press('End');
    await page.keyboard.press('Control+End');
    await page.waitForTimeout(100);
  }
  await panel.getByText(`${count.toLocaleString('nl-NL')} gebeurtenissen`).waitFor();
  const file = page.waitForEvent('download');
  await panel.getByRole('link', { name: 'Excel' }).click();
  assert.equal((await file).suggestedFilename(), 'events.xlsx');
  await page.keyboard.press('Escape');
  await close();
});

test('what a KPI means is one click away', async () => {
  const { page, close } = await open({ language: 'en' });
  await page.getByRole('button', { name: 'What Revenue means' }).click();
  const panel = page.getByRole('complementary', { name: 'Revenue' });
  await panel.getByText('net revenue, without VAT').waitFor();
  await panel.getByText(/of the target so far/).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await close();
});

test('a view is saved with what it shows, and found again with its value', async () => {
  const { page, close } = await open({}, '/results?period=30d&kpi=orders');
  await page.getByRole('button', { name: 'Bewaar als nieuw' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Orders van de maand');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  const tab = page.getByRole('tab', { name: /^Orders van de maand \d+/ });
  await tab.waitFor();
  await page.getByRole('tab', { name: 'Alles' }).click();
  await page.getByRole('button', { name: /^Laatste 90 dagen/ }).waitFor();
  await tab.click();
  await page.getByRole('button', { name: /^Laatste 30 dagen/ }).waitFor();
  assert.equal(await page.getByText('Gewijzigd').count(), 0);
  await page.getByRole('tab', { name: 'Alles' }).click();
  await page.getByRole('button', { name: /^Laatste 90 dagen/ }).click();
  await page.getByLabel('Laatste 7 dagen').check();
  await page.getByText('Gewijzigd').waitFor();
  await page.getByLabel('Laatste 90 dagen').check();
  await page.getByText('Gewijzigd').waitFor({ state: 'detached' });
  await close();
});

test('by keyboard alone: there, another KPI, another period, the rows and back', async () => {
  const { page, close } = await open({ language: 'en' }, '/channels');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'Results' }).waitFor();
  await settled(page);
  await kpi(page, 'Orders').waitFor();
  await page.keyboard.press('2');
  await page.waitForURL(/kpi=orders/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('last 7 days');
  await page.getByRole('option', { name: /Last 7 days/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/period=7d/);
  await page.keyboard.press('r');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('grid').waitFor({ state: 'detached' });
  await close();
});

test('a period without anything says where the data are', async () => {
  const { page, close } = await open({}, '/results?from=2020-01-01&until=2020-01-31&compare=none&channel=chn_0000000000000');
  await page.getByText('In deze periode gebeurde niets').waitFor();
  await page.getByRole('button', { name: 'Toon die periode' }).click();
  await page.waitForURL((url) => !url.href.includes('2020'));
  await close();
});

test('an analyst asks in SQL, keeps the question, and is told what cannot be', async () => {
  const { page, problems, close } = await open({ language: 'en' }, '/sql');
  const field = page.getByRole('textbox', { name: 'Your question in SQL' });
  await field.fill('select count(*) as events from events_event');
  await field.press('Control+Enter');
  await page.getByRole('alert').getByText(/events_event is niet op te vragen/).waitFor();
  // The browser complains of what was refused.
  problems.splice(0);
  await page.getByText('feed_channel', { exact: true }).click();
  await field.fill('select known.name from ');
  await page.getByRole('button', { name: 'Insert feed_channel' }).click();
  await page.keyboard.type(' as known order by 1');
  await field.press('Control+Enter');
  await page.getByRole('grid').getByText('Webwinkel').waitFor();
  await page.waitForURL(/sql=select/);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  assert.equal((await file).suggestedFilename(), 'sql.csv');
  await page.getByRole('button', { name: 'Save as new' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('All channels');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'All channels' }).waitFor();
  await page.getByRole('button', { name: 'Asked before' }).click();
  await page.getByRole('menuitem', { name: 'Revenue by channel and month' }).click();
  await page.getByRole('button', { name: /^Ask/ }).first().click();
  await page.getByRole('columnheader', { name: 'revenue' }).waitFor();
  await page.goBack();
  await page.waitForURL(/saved=/);
  assert.match(await field.inputValue(), /^select known\.name/);
  await close();
});

test('a question that takes too long is stopped, and the field is free again', async () => {
  const { page, problems, close } = await open({}, '/sql');
  const field = page.getByRole('textbox', { name: 'Uw vraag in SQL' });
  await field.fill('select sum(a.range * b.range) as som from range(4000000) as a, range(4000000) as b');
  await field.press('Control+Enter');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'detached' });
  await field.fill("select 'weer vrij' as antwoord");
  await field.press('Control+Enter');
  await page.getByRole('grid').getByText('weer vrij').waitFor();
  problems.splice(0);
  await close();
});

test('a figure gets somebody who answers for it', async () => {
  const { page, close } = await open({}, '/results?about=revenue');
  const owner = page.getByRole('complementary').getByLabel('Eigenaar');
  const saved = page.waitForResponse(
    (answer) => /\/kpis\/revenue$/.test(answer.url()) && answer.request().method() !== 'GET' && answer.ok(),
  );
  await owner.selectOption({ label: 'Mila Koster' });
  await saved;
  await page.reload();
  await page.waitForFunction(
    () => [...document.querySelectorAll('aside select')].some((one) => one.selectedOptions[0]?.text === 'Mila Koster'),
  );
  await close();
});

test('the worksheet says what was measured beside what is planned, and leads to it', async () => {
  const { page, close } = await open({}, '/channels');
  await page.getByRole('columnheader', { name: 'Omzet, 30 dagen' }).waitFor();
  await page.getByText('Webwinkel').first().click();
  const panel = page.getByRole('complementary', { name: 'Webwinkel' });
  await panel.getByText('90 dagen', { exact: true }).click();
  await page.waitForURL(/measured=90d/);
  await panel.getByText(/van doel/).waitFor();
  await panel.getByRole('button', { name: 'Bekijk in Resultaten' }).click();
  await page.getByRole('button', { name: 'Filter Kanaal weghalen' }).waitFor();
  await close();
});

test('a filter leaves some cards as they are, and they say so; what is compared is asked for once', async () => {
  const { page, close } = await open({ language: 'en' }, '/results?period=30d&compare=year');
  const pyramid = page.getByRole('region', { name: 'Customer pyramid' });
  assert.equal(await pyramid.getByText('without the filter').count(), 0);
  const asked = [];
  page.on('request', (request) => {
    if (request.url().includes('/segments/pyramid')) asked.push(new URL(request.url()).searchParams);
  });
  await page.goto(`${site.address}/results?period=90d&compare=year&kind=order_completed`);
  await pyramid.getByText('without the filter on event').waitFor();
  await page.getByRole('region', { name: 'Segment and channel' }).getByText('without the filter on event').waitFor();
  await settled(page);
  assert.equal(asked.length, 1);
  assert.ok(asked[0].get('before_to') < asked[0].get('from'), 'a year earlier');
  await close();
});

test('a part that cannot be read says so and is read again, while the rest stays', async () => {
  const { page, problems, close } = await open({ language: 'en' });
  const address = '**/api/v1/measures/channels?*';
  await page.route(address, (route) => route.fulfill({ status: 503, json: { title: 'Busy for a moment.' } }));
  await page.goto(`${site.address}/results?period=7d`);
  const table = page.getByRole('region', { name: 'Channels side by side' }).first();
  await table.getByText('Busy for a moment.').waitFor();
  await kpi(page, 'Orders').waitFor();
  await page.unroute(address);
  await table.getByRole('button', { name: 'Try again' }).click();
  await table.getByRole('columnheader', { name: 'Orders' }).waitFor();
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 503 /.test(text)));
  await close();
});

test('one segment is looked at alone: in the figures, their rows and a saved view', async () => {
  const rule = { where: { measure: 'orders', is: 'at_least', value: '4' } };
  await site.ask('POST', '/api/v1/segments', { ...mila, body: { code: 'regulars', name: 'Vaste klanten', rule } });
  await known(site, mila, '/api/v1/segments', ({ items }) => items[0].members > 0);
  const { page, close } = await open();
  const all = await figure(page, 'Orders');
  await page.getByRole('rowheader').getByRole('button', { name: 'Vaste klanten' }).click();
  await page.waitForURL(/segment=seg_/);
  await page.getByRole('button', { name: 'Filter Segment weghalen' }).waitFor();
  await settled(page);
  const some = await figure(page, 'Orders');
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  assert.equal(await page.getByRole('button', { name: /^Kosten/ }).count(), 0, 'no cost of one segment');
  const paths = page.getByRole('region', { name: 'Van kanaal naar kanaal' });
  assert.equal(await paths.getByText('zonder filter').count(), 0, 'paths are of the segment too');
  await page.getByRole('region', { name: 'Klantenpiramide' }).getByText('zonder filter op segment').waitFor();
  await page.keyboard.press('r');
  await page.getByRole('complementary', { name: 'Gebeurtenissen' }).getByText(/· Vaste klanten$/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bewaar als nieuw' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Van vaste klanten');
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByRole('tab', { name: /^Van vaste klanten/ }).waitFor();
  await page.getByRole('tab', { name: 'Alles' }).click();
  await page.waitForURL((url) => !url.href.includes('segment='));
  await page.getByRole('tab', { name: /^Van vaste klanten/ }).click();
  await page.waitForURL(/segment=seg_/);
  await close();
});
