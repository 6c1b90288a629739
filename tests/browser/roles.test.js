// A store and a partner: given their one place on screen, and seeing no more than that.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { password, Site } from './site.js';
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

const users = async (options) => {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(`${site.address}/settings/users`);
  await visit.page.getByRole('table').getByText('Mila Koster').waitFor();
  return visit;
};

// Invites somebody as the screen does it; gives the link.
async function invite(page, { name, role, place, choose }) {
  await page.getByRole('button', { name: 'Gebruiker uitnodigen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill(name);
  await dialog.getByLabel('E-mailadres').fill(`${name.split(' ')[0].toLowerCase()}@example.com`);
  await dialog.getByText(role, { exact: true }).click();
  assert.equal(await dialog.getByLabel('Manager').isChecked(), false, 'it has no other role');
  await dialog.getByRole('button', { name: 'Uitnodiging maken' }).click();
  await dialog.getByText(`Kies van welke ${choose} deze gebruiker is.`).waitFor();
  await dialog.getByLabel(`Welke ${choose}`).selectOption({ label: place });
  await dialog.getByRole('button', { name: 'Uitnodiging maken' }).click();
  const link = await dialog.getByLabel('Eenmalige link').inputValue();
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.getByText(place).waitFor();
  return link;
}

// The first visit of who got a link.
async function arrive(link, options) {
  const visit = await visitor(browser, site, options);
  const { page } = visit;
  await page.goto(link);
  await page.getByLabel('Nieuw wachtwoord').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Kanalen' }).waitFor();
  await settled(page);
  return visit;
}

test('a store sees its own channels, without costs, and changes nothing', async () => {
  const admin = await users();
  const link = await invite(admin.page, {
    name: 'Sam de Wit',
    role: 'Winkel',
    choose: 'winkel',
    place: 'Winkel Zwolle',
  });
  await admin.close();
  const { page, close } = await arrive(link);
  const grid = page.getByRole('grid');
  await grid.getByText('Winkel Zwolle').waitFor();
  await page.getByText('1 kanaal').waitFor();
  assert.equal(await page.getByText('Kosten per maand').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Nieuw kanaal' }).count(), 0);
  await grid.getByText('Winkel Zwolle').click();
  const panel = page.getByRole('complementary', { name: 'Winkel Zwolle' });
  await panel.getByText('Plan', { exact: true }).waitFor();
  assert.equal(await panel.getByLabel('Doel').isDisabled(), true);
  assert.equal(await panel.getByText('Kosten', { exact: true }).count(), 0);
  await page.goto(`${site.address}/settings`);
  await page.getByRole('heading', { name: 'Mijn profiel' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Gebruikers' }).count(), 0);
  await close();
});

test('a partner sees its own channels, on a phone too, and not who works here', async () => {
  const admin = await users({ width: 'phone' });
  const link = await invite(admin.page, {
    name: 'Pat Peeters',
    role: 'Partner',
    choose: 'partner',
    place: 'Dealer België',
  });
  await admin.close();
  const { page, close } = await arrive(link, { width: 'phone' });
  await page.getByRole('listitem').getByText('Dealer België').waitFor();
  assert.equal(await page.getByRole('listitem').count(), 1);
  assert.equal(await page.getByText('Mila Koster').count(), 0);
  await close();
});

test('somebody becomes a store, and a manager again', async () => {
  const { page, close } = await users();
  await page.getByRole('button', { name: /Ruben Smit/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Winkel', { exact: true }).click();
  await dialog.getByLabel('Welke winkel').selectOption({ label: 'Winkel Amsterdam' });
  await page.getByText('Rollen gewijzigd').waitFor();
  await page.getByRole('row', { name: /Ruben Smit.*Winkel.*Winkel Amsterdam/ }).waitFor();
  await dialog.getByText('Manager', { exact: true }).click();
  await page.getByRole('row', { name: /Ruben Smit.*Manager/ }).waitFor();
  await page.keyboard.press('Escape');
  await close();
});
