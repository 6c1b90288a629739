// The palette and the keys: going, finding and doing without a mouse.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.js';
import { Site } from './site.js';

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

const open = async (options) => {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(`${site.address}/settings/profile`);
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  return visit;
};

test('finds a person, and goes there', async () => {
  const { page, close } = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('mila');
  await page.getByRole('option', { name: /Mila Koster/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('E-mailadres').waitFor();
  assert.match(page.url(), /settings\/users\?user=usr_/);
  await page.keyboard.press('Escape');
  await page.waitForURL(/settings\/users$/);
  await close();
});

test('does: another language at once, remembered on the user', async () => {
  const { page, close } = await open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('engels');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'My profile' }).waitFor();
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await page.reload();
  await page.getByRole('heading', { name: 'My profile' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dutch');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mijn profiel' }).waitFor();
  await close();
});

test('arrows, a wrong turn, Esc, and nothing found', async () => {
  const { page, close } = await open();
  await page.keyboard.press('Control+k');
  const chosen = () => page.locator('[role=option][aria-selected=true]').innerText();
  const first = await chosen();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await chosen(), first);
  await page.keyboard.press('ArrowUp');
  assert.equal(await chosen(), first);
  await page.keyboard.type('qqqq');
  await page.getByText('Niets gevonden voor “qqqq”.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').waitFor({ state: 'detached' });
  await close();
});

test('g then u goes to users, slowly as well as fast, and not while typing', async () => {
  const { page, close } = await open();
  await page.keyboard.press('g');
  await page.waitForTimeout(700);
  await page.keyboard.press('u');
  await page.waitForURL(/settings\/users/);
  await page.goBack();
  await page.getByLabel('Naam', { exact: true }).focus();
  await page.keyboard.type('gu?');
  assert.match(await page.getByLabel('Naam', { exact: true }).inputValue(), /gu\?/);
  assert.match(page.url(), /profile/);
  await page.keyboard.press('Escape');
  assert.equal(await page.getByLabel('Naam', { exact: true }).inputValue(), 'Mila Koster');
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Zoeken en doen').waitFor();
  await close();
});

test('a sequence typed at once is heard, wherever one was', async () => {
  const { page, close } = await open();
  for (let turn = 0; turn < 5; turn += 1) {
    await page.keyboard.type('gc', { delay: 0 });
    await page.waitForURL(/channels/);
    await page.keyboard.type('gu', { delay: 0 });
    await page.waitForURL(/settings\/users/);
  }
  await close();
});

test('from every page to every other: what one has read does not break the next', async () => {
  const { page, close } = await open();
  const links = page.locator('main nav a');
  const names = await links.allInnerTexts();
  for (const from of names) {
    for (const to of [...names, 'Kanalen']) {
      await page.getByRole('link', { name: from, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: from }).waitFor();
      await page.getByRole('link', { name: to, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: to }).waitFor();
      if (to === 'Kanalen') await page.goBack();
    }
  }
  await close();
});

test('Back works, and an address can be shared', async () => {
  const { page, close } = await open();
  await page.goto(`${site.address}/settings/trail?entity=company`);
  await page.getByRole('button', { name: /Bedrijf gewijzigd/ }).first().waitFor();
  await page.getByLabel('Soort').selectOption({ label: 'Gebruiker' });
  await page.waitForURL(/entity=user/);
  await page.goBack();
  await page.waitForURL(/entity=company/);
  assert.equal(await page.getByLabel('Soort').inputValue(), 'company');
  await close();
});

test('on a phone the menu is at the bottom, with large targets', async () => {
  const { page, close } = await open({ width: 'phone' });
  const more = page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: 'Meer' });
  const box = await more.boundingBox();
  assert.ok(box.height >= 48 && box.y + box.height > 790);
  await more.click();
  await page.getByRole('menuitem', { name: 'Donkere kleuren' }).click();
  assert.equal(await page.getAttribute('html', 'data-mantine-color-scheme'), 'dark');
  await close();
});

test('keys that follow each other at once: what Esc closed does not close what opened next', async () => {
  const { page, close } = await open();
  for (let turn = 0; turn < 10; turn += 1) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await close();
});
