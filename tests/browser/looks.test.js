// The screens look as they did when they were reviewed.
import { after, before, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { looksLike } from './looks.js';
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

async function compare(name, path, options) {
  const { page, close } = await visitor(browser, site, options);
  await page.goto(site.address + path);
  await page.locator('h1').first().waitFor();
  if (path === '/design') await page.evaluate(() => document.fonts.ready);
  else await settled(page);
  await looksLike(page, name);
  await close();
}

test('sign-in', () => compare('sign-in', '/', {}));
test('sign-in on a phone, dark', () =>
  compare('sign-in-phone-dark', '/', { width: 'phone', scheme: 'dark', language: 'en' }));
test('users', () => compare('users', '/settings/users', { cookie: mila.cookie }));
test('company on a phone, dark', () =>
  compare('company-phone-dark', '/settings/company', {
    cookie: mila.cookie,
    width: 'phone',
    scheme: 'dark',
  }));
test('every part of the design system', () => compare('design', '/design', { language: 'en' }));
test('every part of the design system, dark', () =>
  compare('design-dark', '/design', { language: 'en', scheme: 'dark' }));
