// Every screen × scheme × width: nothing that WCAG 2.2 AA forbids, nothing in the console.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe, launch, settled, visitor, widths } from './browser.js';
import { entries, screens } from './screens.js';
import { addChannels, Site } from './site.js';

let site;
let browser;
let mila;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch()]);
  mila = await site.setUp();
  await addChannels(site, mila, ['webshop', 'store', 'contact-centre']);
});
after(async () => {
  await browser?.close();
  await site?.remove();
});

async function visitAll(list, options) {
  const { page, close } = await visitor(browser, site, { ...options, bypassCSP: true });
  const findings = [];
  for (const { name, path, shows, phone = shows, loading } of list) {
    await page.goto('about:blank');
    await page.goto(site.address + path);
    await page.locator(options.width === 'phone' ? phone : shows).first().waitFor();
    if (!loading) await settled(page);
    for (const finding of await axe(page)) findings.push(`${name}: ${finding}`);
  }
  assert.deepEqual(findings, []);
  await close();
}

for (const scheme of ['light', 'dark']) {
  for (const width of Object.keys(widths)) {
    describe(`${scheme}, ${width}`, () => {
      test('screens', () => visitAll(screens, { cookie: mila.cookie, scheme, width }));
      test('entries', () => visitAll(entries, { scheme, width, language: 'en' }));
    });
  }
}

test('the policy of the server holds: no page breaks it', async () => {
  const { page, close } = await visitor(browser, site, { cookie: mila.cookie });
  for (const { path, shows } of screens) {
    await page.goto(site.address + path);
    await page.locator(shows).first().waitFor();
    await settled(page);
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await close();
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
