// A person brings in a file of the tills with mistakes in it: looks at what Sluis makes of it, corrects what
// is different, and sees what came in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, visitor } from './browser.js';
import { join, Site } from './site.js';

const till = fileURLToPath(new URL('kassa.csv', import.meta.url));

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

async function at(path, options = {}) {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(site.address + path);
  return visit;
}

const send = (page, file = till) => page.locator('input[type=file]').setInputFiles(file);
const trial = (page) => page.getByRole('region', { name: 'Wat er binnen zou komen' });
// A number under its name.
const count = (place, name) =>
  place.locator('dl div').filter({ hasText: name }).getByRole('definition');

test('a file with mistakes is looked at, corrected, imported and known again', async () => {
  const { page, close } = await at('/settings/imports');
  await page.getByText('Nog niets geïmporteerd').waitFor();
  await send(page);
  const shown = trial(page);
  await shown.getByText('2 rijen blijven buiten').waitFor();
  await shown.getByText('"31-02-2026 12:00" is geen dag').waitFor();
  assert.equal(await page.getByLabel('Wat Filiaal is').inputValue(), 'channel');
  assert.equal(await page.getByLabel('Wat Datum is').inputValue(), 'ts');

  // The order, its refund and its VAT are said; each answer shows at once.
  await page.getByLabel('Met een min ervoor is het een retour').check();
  await shown.getByText('Retour').first().waitFor();
  await page.getByLabel('Bedragen zijn').selectOption({ label: 'Met 21% btw' });
  await shown.getByText('€ 82,56').first().waitFor();
  await page.getByLabel('Wat Kleur is').selectOption({ label: 'Niet gebruiken' });

  await page.getByRole('button', { name: 'Koppeling bewaren' }).click();
  await page.getByRole('dialog').getByLabel('Naam').fill('Kassa’s');
  await page.getByRole('dialog').getByRole('button', { name: 'Koppeling bewaren' }).click();
  await page.getByText('Kassa’s is bewaard').waitFor();

  await page.getByRole('button', { name: 'Importeren', exact: true }).click();
  await page.getByText('Klaar', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'kassa.csv' }).click();
  const result = page.getByRole('dialog', { name: 'kassa.csv' });
  assert.equal(await count(result, 'Rijen').first().textContent(), '8');
  await result.getByText('Regel 5').waitFor();
  await result.getByText('in quarantaine', { exact: false }).or(result.getByText('wachten')).first().waitFor();
  await page.keyboard.press('Escape');

  // The same file again: its mapping is found, and nothing counts twice.
  await send(page);
  await page.getByRole('heading', { name: 'Wat dit bestand is' }).waitFor();
  const mapping = page.getByLabel('Koppeling', { exact: true });
  assert.match(await mapping.locator('option:checked').textContent(), /Kassa’s/);
  await page.getByRole('button', { name: 'Importeren', exact: true }).click();
  await page.getByText('kassa.csv was al geïmporteerd').waitFor();
  await close();
});

test('formulas say more, what is wrong in one is said beside it, and typing is not lost', async () => {
  const { page, problems, close } = await at('/settings/imports');
  await send(page);
  await page.getByText('Formules').click();
  const revenue = page.getByRole('textbox', { name: 'Omzet' }).nth(1);
  await revenue.fill('{Aantal} * {Stukprijs');
  await page.getByText('een { die nergens wordt gesloten').first().waitFor();
  await revenue.fill('{Aantal} * {Stukprijs} * 2');
  await trial(page).getByText('€ 199,80').first().waitFor();
  await page.reload();
  await trial(page).getByText('€ 199,80').first().waitFor();
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 422 /.test(text)));
  await close();
});

test('a file that cannot be read is refused with a reason, and is not kept', async () => {
  const { page, problems, close } = await at('/settings/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'leeg.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n') });
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByText('leeg.csv', { exact: true }).count(), 0);
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 4\d\d /.test(text)));
  await close();
});

test('who may not import is not shown how, and is told so at the address', async () => {
  const cookie = await join(site, mila, { name: 'Jasper Visser', roles: ['analyst'] });
  const { page, problems, close } = await at('/settings/imports', { cookie });
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Importeren' }).count(), 0);
  problems.splice(0, problems.length, ...problems.filter((text) => !/ 403 /.test(text)));
  await close();
});

test('a file that is there later takes nobody away from another page', async () => {
  const { page, close } = await at('/settings/imports');
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  await page.route('**/api/v1/imports/files?name=*', async (route) => {
    await gate;
    await route.continue();
  });
  await send(page);
  await page.getByText('kassa.csv').first().waitFor();
  await page.getByRole('link', { name: 'Kanalen' }).first().click();
  await page.waitForURL(/\/channels/);
  go();
  await page.getByText('kassa.csv is verstuurd.').waitFor();
  assert.match(page.url(), /\/channels/);
  await page.getByRole('button', { name: 'Openen', exact: true }).click();
  await page.getByRole('heading', { name: 'Wat dit bestand is' }).waitFor();
  await close();
});
