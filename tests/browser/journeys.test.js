// How customers go over channels: paths and switches, a funnel, and credit by several models; filtered in the
// URL, in both languages. And what is left of what they buy.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
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

const today = new Date().toISOString().slice(0, 10);

// A company that has sold for a year; filled once, by whichever test comes first.
let filling;
const filled = () =>
  (filling ??= fill(site, mila).then(() => sell(site, mila, salesUntil(today))));

async function open(options = {}, path = '/paths') {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(site.address + path);
  await visit.page.locator('h1').first().waitFor();
  await settled(visit.page);
  return visit;
}

test('without data every part says that there is nobody, or what would help', async () => {
  const { page, close } = await open({ language: 'en' });
  await page.getByText('No customer did anything like this').first().waitFor();
  await close();
});

test('streams, the matrix and the list tell of the same customers', async () => {
  await filled();
  const { page, close } = await open({ language: 'en' });
  await page.locator('[data-drawn]').first().waitFor();
  await page.getByRole('table', { name: 'Most frequent paths' }).waitFor();
  await page.getByRole('columnheader', { name: 'From ↓ to →' }).waitFor();
  assert.equal(await page.getByText(/^n = [\d,]+ customers with [\d,]+ steps\.$/).count(), 2);
  await close();
});

test('what is chosen stands in the URL and holds for every part', async () => {
  await filled();
  const { page, close } = await open({ language: 'en' }, '/paths?period=30d');
  await page.getByLabel('From which step on').selectOption({ label: 'From: Order' });
  await page.waitForURL(/start=order_completed/);
  await page.getByText('Funnel', { exact: true }).click();
  await page.waitForURL(/tab=funnel/);
  await page.getByText('30 days', { exact: true }).click();
  await page.waitForURL(/within=30d/);
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByLabel('Step 3', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Remove step 3' }).click();
  await page.waitForURL((url) => !url.searchParams.has('steps'));
  await close();
});

test('credit is told beside other models, with intervals, and never as a cause', async () => {
  await filled();
  const { page, close } = await open({ language: 'nl' }, '/paths?tab=credit');
  await page.getByText('Toerekening is geen oorzaak.').waitFor();
  const table = page.getByRole('table');
  await table.getByRole('columnheader', { name: 'Shapley' }).waitFor();
  await page.getByText(/zijn het minst eens/).waitFor();
  await table.getByText(/ tot /).first().waitFor();
  await page.getByText('Marge', { exact: true }).click();
  await page.waitForURL(/worth=margin/);
  await close();
});

test('what is left of the sales is told from a figure to its meaning and its orders', async () => {
  await filled();
  const { page, close } = await open({ language: 'en' }, '/return');
  const statement = page.getByRole('table').first();
  await statement.getByRole('button', { name: 'Gross margin' }).click();
  await page.getByText('Net revenue less cost of goods.').waitFor();
  await page.getByRole('complementary').getByRole('button', { name: 'Show the orders' }).click();
  await page.waitForURL(/orders=all/);
  await page.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(1).waitFor();
  // Beside a list of orders there is room for a list of the parts, not for a row of them.
  const part = page.getByRole('combobox', { name: 'Show', exact: true });
  await part.selectOption({ label: 'Dependence' });
  await page.getByText('It is no measured effect of stopping.').waitFor();
  await part.selectOption({ label: 'Credit and tests' });
  await page.getByText('So what a channel brings more was not measured').waitFor();
  await close();
});
