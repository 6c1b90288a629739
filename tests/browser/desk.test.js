// An agent at the desk: a chat is offered, accepted, answered, ended and wrapped up by keyboard alone, and what is said
// while the line is away is there once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.js';
import { fillGoods, fillStock } from './goods.js';
import { Site } from './site.js';
import { arrive, begin, fillDesk, sayTo, seenBy } from './talks.js';
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

async function atDesk(options = {}) {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(`${site.address}/desk`);
  await visit.page.locator('main section, main h2').first().waitFor();
  return visit;
}

test('who is in no team is told what to do; who is free is offered what waits', async () => {
  const { page, close } = await atDesk();
  await page.getByText('U zit nog in geen team').waitFor();
  await fillDesk(site, mila);
  await page.reload();
  await page.getByRole('button', { name: /^Afwezig/ }).click();
  await page.getByRole('menuitem', { name: 'Vrij' }).click();
  await page.getByRole('button', { name: /^Vrij/ }).waitFor();
  const kim = await begin(site, { name: 'Kim de Vries', question: 'Past de lamp op een dimmer?' });
  await page.getByRole('group', { name: 'Aangeboden aan u' }).waitFor();
  await page.getByText('Past de lamp op een dimmer?').waitFor();
  await page.keyboard.press('Alt+a');
  await page.getByLabel('Antwoord').waitFor();
  await page.keyboard.type('/wel');
  await page.getByRole('option', { name: /Welkom/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('Hallo Kim de Vries, u spreekt met Mila Koster van Verkoop.').waitFor();
  await sayTo(site, kim, 'Voor de eettafel');
  await page.getByText('Voor de eettafel').waitFor();
  const { messages } = await seenBy(site, kim);
  assert.deepEqual(messages.map(({ number, sender }) => [number, sender]), [[1, 'agent'], [2, 'customer']]);
  await page.keyboard.press('Alt+q');
  await page.getByText('Wat kwam eruit?').waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await page.getByText('Niets te doen').waitFor();
  const { items } = (await site.ask('GET', '/api/v1/contacts', mila)).body;
  assert.deepEqual(items.map(({ state, outcome }) => [state, outcome]), [['ended', 'sold']]);
  await close();
});

test('what is said while the line is away arrives once, and of several chats each keeps its own', async () => {
  await arrive(site, mila);
  const [bas, noor] = [await begin(site, { name: 'Bas Kok' }), await begin(site, { name: 'Noor Bos' })];
  const { page, context, problems, close } = await atDesk({ width: 'phone' });
  const offers = page.getByRole('group', { name: 'Aangeboden aan u' });
  await offers.nth(1).waitFor();
  await offers.first().getByRole('button', { name: /^Aannemen/ }).click();
  await page.getByLabel('Antwoord').fill('Een ogenblik');
  await page.getByRole('button', { name: 'Terug', exact: true }).click();
  await offers.first().getByRole('button', { name: /^Aannemen/ }).click();
  await page.getByLabel('Antwoord').fill('Hallo daar');
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await page.getByText('Wordt verstuurd…').waitFor();
  await context.setOffline(false);
  await page.getByText('Wordt verstuurd…').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Terug', exact: true }).click();
  // What was typed for the other one is still there.
  const other = page.getByRole('listitem').filter({ hasText: /In gesprek/ }).first().getByRole('button');
  await other.click();
  const all = async () => (await Promise.all([seenBy(site, bas), seenBy(site, noor)])).flatMap(({ messages }) => messages);
  assert.deepEqual((await all()).map(({ text }) => text), ['Hallo daar']);
  problems.splice(0, problems.length, ...problems.filter((text) => !/ERR_INTERNET_DISCONNECTED/.test(text)));
  await close();
});

test('what is scanned at a shelf is told with where it lies, one code after the other', async () => {
  await fillStock(site, mila, await fillGoods(site, mila));
  const { page, close } = await atDesk({ width: 'phone' });
  await page.getByRole('button', { name: 'Wat ligt waar?' }).click();
  const dialog = page.getByRole('dialog');
  for (const sku of ['PLAID-WAD-GRIJS', 'TAFELLAMP-KIEZEL']) {
    await page.keyboard.type(sku);
    await page.keyboard.press('Enter');
    await dialog.getByText(sku, { exact: true }).waitFor();
    await dialog.getByLabel('Naam, SKU of GTIN').and(page.locator(':focus')).waitFor();
  }
  await dialog.getByText('Winkel Zwolle').first().waitFor();
  await close();
});
