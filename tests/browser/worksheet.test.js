// The worksheet of a company that has worked with it for a year.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, settled, visitor } from './browser.js';
import { Site } from './site.js';
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

const open = async (path = '/channels', options = {}) => {
  const visit = await visitor(browser, site, { cookie: mila.cookie, ...options });
  await visit.page.goto(site.address + path);
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  await settled(visit.page);
  return visit;
};
const names = (page) =>
  page.getByRole('grid').getByRole('row').evaluateAll((rows) =>
    rows.slice(1).map((row) => row.querySelector('[data-column="0"]').textContent),
  );
const channel = async (name) => {
  const address = `/api/v1/channels?search=${encodeURIComponent(name)}`;
  return (await site.ask('GET', address, { cookie: mila.cookie })).body.items[0];
};

describe('what others change', () => {
  test('values are renewed in place; new rows wait behind a button', async () => {
    const one = await open();
    const two = await open();
    const before = await names(two.page);
    await one.page.getByRole('button', { name: 'Nieuw kanaal' }).click();
    await one.page.getByLabel('Kanaal', { exact: true }).fill('Aanhanger');
    await one.page.keyboard.press('Enter');
    await one.page.getByRole('grid').getByText('Aanhanger').waitFor();
    assert.equal((await names(one.page))[0], 'Aanhanger', 'one’s own stand there at once');

    await two.page.getByRole('button', { name: '1 nieuw' }).waitFor();
    assert.deepEqual(await names(two.page), before, 'nothing moved');
    const { id, version } = await channel('bol');
    await site.ask('PATCH', `/api/v1/channels/${id}`, {
      cookie: mila.cookie,
      headers: { 'If-Match': `"${version}"` },
      body: { name: 'Zalando', goal: 'Van bol naar Zalando.' },
    });
    await two.page.getByRole('grid').getByText('Van bol naar Zalando.').waitFor();
    assert.deepEqual(
      await names(two.page),
      before.map((name) => (name === 'bol' ? 'Zalando' : name)),
      'renamed where it stood',
    );
    await two.page.getByRole('button', { name: '1 nieuw' }).click();
    assert.deepEqual(await names(two.page), await names(two.page).then((all) => sorted(all)));
    assert.equal(await two.page.getByRole('button', { name: '1 nieuw' }).count(), 0);
    await one.close();
    await two.close();
  });

  test('pasting leaves alone what somebody else changed meanwhile, and says so', async () => {
    const { page, context, close } = await open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.route('**/api/v1/channels?*', () => undefined); // the screen stays as it was
    const { id, version } = await channel('Winkel Amsterdam');
    await site.ask('PATCH', `/api/v1/channels/${id}`, {
      cookie: mila.cookie,
      headers: { 'If-Match': `"${version}"` },
      body: { reach: 41_000 },
    });
    await page.evaluate(() => navigator.clipboard.writeText('1\n2'));
    await page.getByRole('row', { name: /Winkel Amsterdam/ }).getByText('42.000').click();
    await page.keyboard.press('Control+v');
    await page.getByText(/Niet overschreven.*Winkel Amsterdam$/).waitFor();
    assert.equal((await channel('Winkel Amsterdam')).reach, 41_000);
    assert.equal((await channel('Winkel Zwolle')).reach, 2);
    await page.unroute('**/api/v1/channels?*');
    await close();
  });

  test('the matrix waits as well', async () => {
    const { page, close } = await open('/channels?mode=matrix');
    const columns = await page.getByRole('columnheader').count();
    await site.ask('POST', '/api/v1/channels', {
      cookie: mila.cookie,
      body: { name: 'Abri’s', form: 'outdoor' },
    });
    await page.getByRole('button', { name: '1 nieuw' }).click();
    await page.getByRole('rowheader', { name: 'Abri’s' }).waitFor();
    assert.equal(await page.getByRole('columnheader').count(), columns + 1);
    await close();
  });
});

const sorted = (list) => list.toSorted(new Intl.Collator('nl', { sensitivity: 'base' }).compare);

describe('saved views', () => {
  for (const width of ['desktop', 'phone']) {
    test(`are made, changed, put back and saved in place, on a ${width}`, async () => {
      const { page, close } = await open('/channels', { width });
      const name = `Aankoop ${width}`;
      const tab = (label) => page.getByRole('tab', { name: label });
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('button', { name: 'Fasen' }).click();
      await page.getByRole('radio', { name: 'Aankoop' }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Bewaar als nieuw' }).click();
      await page.getByRole('dialog').getByLabel('Naam').fill(name);
      await page.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click();
      await tab(new RegExp(`^${name} 8$`)).waitFor();

      await page.getByRole('searchbox').fill('winkel');
      await page.getByText('Gewijzigd', { exact: true }).waitFor();
      await page.getByText('3 kanalen').waitFor();
      await page.getByRole('button', { name: 'Terugzetten' }).click();
      await page.getByText('8 kanalen').waitFor();
      await page.getByRole('searchbox').fill('winkel');
      await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
      await tab(new RegExp(`^${name} 3$`)).waitFor();
      await page.reload();
      await page.getByText('3 kanalen').waitFor();

      await page.getByRole('button', { name: `Meer voor weergave ${name}` }).click();
      await page.getByRole('menuitem', { name: 'Weergave verwijderen' }).click();
      await tab(new RegExp(name)).waitFor({ state: 'detached' });
      await close();
    });
  }
});

describe('the way back', () => {
  test('Ctrl-Z takes back a cell', async () => {
    const { page, close } = await open();
    const row = page.getByRole('row', { name: /Sociale media/ });
    await row.getByRole('gridcell').nth(4).dblclick();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Alleen nog video.');
    await page.keyboard.press('Enter');
    await page.getByText('Doel gewijzigd').waitFor();
    assert.equal((await channel('Sociale media')).goal, 'Alleen nog video.');
    await page.keyboard.press('Control+z');
    await page.getByText('Ongedaan gemaakt').waitFor();
    await row.getByText('Inspireren en bereik opbouwen.').waitFor();
    assert.equal((await channel('Sociale media')).goal, 'Inspireren en bereik opbouwen.');
    await close();
  });

  test('an earlier version comes back from the history, and can be undone too', async () => {
    const { id } = await channel('Contactcentrum');
    const { page, close } = await open(`/channels?open=${id}`);
    const panel = page.getByRole('complementary', { name: 'Contactcentrum' });
    const goal = panel.getByLabel('Doel');
    await goal.fill('Iedereen binnen een minuut te woord staan.');
    await goal.blur();
    await page.getByText('Doel gewijzigd').waitFor();
    await panel.getByRole('button', { name: 'Toon geschiedenis' }).click();
    await panel.getByText('Doel gewijzigd').waitFor();
    await panel.getByRole('button', { name: 'Zet terug' }).click();
    await page.getByText(/^Teruggezet/).waitFor();
    const before = 'Klanten persoonlijk helpen kiezen en oplossen wat misging.';
    await page.waitForFunction(
      (text) => [...document.querySelectorAll('textarea')].some(({ value }) => value === text),
      before,
    );
    assert.equal((await channel('Contactcentrum')).goal, before);
    await page.keyboard.press('Control+z');
    await page.getByText('Ongedaan gemaakt').waitFor();
    assert.equal(
      (await channel('Contactcentrum')).goal,
      'Iedereen binnen een minuut te woord staan.',
    );
    await close();
  });
});

test('the worksheet is one landscape A4, in both languages and without the colours of the screen', async () => {
  for (const language of ['nl', 'en']) {
    const me = (await site.ask('GET', '/api/v1/access/me', { cookie: mila.cookie })).body;
    await site.ask('PATCH', '/api/v1/access/me', {
      cookie: mila.cookie,
      headers: { 'If-Match': `"${me.version}"` },
      body: { language },
    });
    const { page, close } = await open('/channels/print', { language, scheme: 'dark' });
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(paper.match(/\/Type\s*\/Page\b/g).length, 1, 'one page');
    const [, , , width, height] = /\/MediaBox\s*\[(\S+) (\S+) (\S+) (\S+)\]/.exec(paper);
    assert.deepEqual([Math.round(width), Math.round(height)], [842, 595]);
    await close();
  }
});
