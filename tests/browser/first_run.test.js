// From a server that nobody has seen to one that is set up, as a person would do it.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { password, Site } from './site.js';

let browser;
let site;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

describe('first run', () => {
  beforeEach(async () => {
    site = await Site.start();
  });
  afterEach(() => site.remove());

  test('by mouse', async () => {
    const { page, close } = await visitor(browser, site);
    await page.goto(site.address);
    await page.getByText('Sluis is nog niet ingericht').waitFor();

    await page.goto(await site.setupLink());
    await page.getByLabel('Naam van het bedrijf').fill('Van Dalen Wonen');
    await page.getByLabel('Uw naam').fill('Mila Koster');
    await page.getByLabel('E-mailadres').fill('mila@example.com');
    await page.getByLabel('Wachtwoord').fill(password);
    await page.getByRole('button', { name: 'Beginnen' }).click();

    await page.getByText('Van Dalen Wonen').first().waitFor();
    await settled(page);
    assert.doesNotMatch(page.url(), /setup|#/, 'the token is gone from the address');

    await page.getByText('Winkel', { exact: true }).click();
    await page.getByRole('button', { name: 'Voeg 5 kanalen toe' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByRole('button', { name: 'Voeg 4 kanalen toe' }).waitFor();
    await page.getByText('Winkel', { exact: true }).click();
    await page.getByRole('button', { name: 'Voeg 5 kanalen toe' }).click();
    const sheet = page.getByRole('grid');
    await sheet.getByText('Webwinkel').click();
    const panel = page.getByRole('complementary', { name: 'Webwinkel' });
    await panel.getByText('Noem wie verantwoordelijk is').waitFor();
    await panel.getByLabel('Eigenaar').selectOption({ label: 'Mila Koster' });
    await page.getByText('Eigenaar gewijzigd').waitFor();
    await sheet.getByText('Mila Koster').waitFor();
    await close();
  });

  test('by keyboard alone, with a mistake on the way', async () => {
    const { page, problems, close } = await visitor(browser, site, { language: 'en' });
    await page.goto(await site.setupLink());
    await page.getByLabel('Name of the company').waitFor();
    const type = async (text) => {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    };
    await type('Van Dalen Wonen');
    await type('Europe/Brus'); // a list finds by typing
    await type('EUR');
    await type('Mila Koster');
    await type('mila@example');
    await type('short');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true');

    assert.match(problems.pop(), /422 .*setup/, 'the browser tells of the refusal, and of no more');

    await page.getByLabel('E-mail address').press('Control+a');
    await page.keyboard.type('mila@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByText('Van Dalen Wonen').first().waitFor();

    await fillByKeyboard(page);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('compan');
    await page.keyboard.press('Enter');
    await page.getByLabel('Time zone').waitFor();
    assert.equal(await page.getByLabel('Time zone').inputValue(), 'Europe/Brussels');
    await close();
  });
});

// Presses Tab until the focus is there.
async function tabTo(page, target) {
  await target.waitFor();
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never comes at ${target}`);
}

// The heading of the column that the active cell of the sheet stands in.
const activeColumn = (sheet) =>
  sheet.evaluate((element) => {
    const cell = document.getElementById(element.getAttribute('aria-activedescendant'));
    const column = cell?.getAttribute('aria-colindex');
    return element.querySelector(`[role=columnheader][aria-colindex="${column}"]`)?.innerText.trim();
  });

async function leftTo(page, sheet, heading) {
  for (let steps = 0; steps < 20; steps += 1) {
    if ((await activeColumn(sheet)) === heading) return;
    await page.keyboard.press('ArrowLeft');
  }
  assert.fail(`the arrows never come at ${heading}`);
}

// From the empty worksheet to a channel that is live, never touching the mouse.
async function fillByKeyboard(page) {
  const press = (key) => page.keyboard.press(key);
  await tabTo(page, page.getByRole('button', { name: /^Add \d+ channels$/ }));
  await press('Enter');
  const sheet = page.getByRole('grid');
  await sheet.getByText('Webshop').waitFor();
  await tabTo(page, sheet);
  await press('End');
  await leftTo(page, sheet, 'Goal');
  await press('Enter');
  await press('Control+a');
  await page.keyboard.type('Help people, quickly.');
  await press('Tab');
  await page.keyboard.type('Mila');
  await press('Tab');
  await page.keyboard.type('12,500');
  await press('Enter');
  const row = sheet.getByRole('row', { name: /Help people, quickly\..*Mila Koster.*12,500/ });
  await row.waitFor();

  await press('ArrowUp');
  await press('Home');
  await press('Enter');
  const panel = page.getByRole('complementary');
  await tabTo(page, panel.getByRole('button', { name: 'Add cost' }));
  await press('Enter');
  await page.getByRole('dialog').getByLabel('Amount').waitFor();
  await page.keyboard.type('1,250.50');
  await press('Enter');
  await panel.getByText('€1,250.50').first().waitFor();

  // Esc steps back one level: the dialog, then the panel, then nothing more.
  await tabTo(page, panel.getByRole('button', { name: /1,250\.50/ }));
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await panel.count(), 1);
  await tabTo(page, panel.getByRole('button', { name: /^Go live|^Take live|live$/i }));
  await press('Enter');
  await row.getByText('Live').waitFor();
  await press('Escape');
  await panel.waitFor({ state: 'detached' });
  await press('Escape');
  await row.waitFor();
}
