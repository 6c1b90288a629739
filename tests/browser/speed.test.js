// How fast it feels. The figures are printed; what is asked here is several times as slow, so that a
// busy machine does not fail and a mistake of a hundred kilobytes or a lost loop does.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.js';
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

const firstPaint = (page) =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);

const median = (figures) => figures.toSorted((a, b) => a - b)[figures.length >> 1];

async function paints(options, slow) {
  const figures = [];
  for (let round = 0; round < 3; round += 1) {
    const { page, context, close } = await visitor(browser, site, { cookie: mila.cookie, ...options });
    if (slow) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 1_600_000 / 8,
        uploadThroughput: 750_000 / 8,
      });
    }
    await page.goto(`${site.address}/channels`);
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    figures.push(await firstPaint(page));
    await close();
  }
  return Math.round(median(figures));
}

test('the first paint', async (t) => {
  const desktop = await paints({}, false);
  const phone = await paints({ width: 'phone' }, true);
  t.diagnostic(`first contentful paint: ${desktop} ms, on a slow phone ${phone} ms`);
  assert.ok(desktop < 1_500 && phone < 4_500);
});

test('a keystroke in the palette', async (t) => {
  const { page, close } = await visitor(browser, site, { cookie: mila.cookie });
  await page.goto(`${site.address}/channels`);
  // Keys are heard once the app stands on the page.
  await page.getByRole('heading', { name: 'Kanalen' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  const figures = await page.evaluate(async () => {
    const input = document.querySelector('[role=combobox]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const taken = [];
    for (const text of ['k', 'ka', 'kan', 'kana', 'kan', 'ka', 'k', '']) {
      const began = performance.now();
      set.call(input, text);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      taken.push(performance.now() - began);
    }
    return taken;
  });
  t.diagnostic(`a keystroke in the palette: ${Math.round(median(figures))} ms`);
  assert.ok(median(figures) < 250);
  await close();
});

test('three hundred channels scroll, a window of rows at a time', async () => {
  for (let part = 0; part < 6; part += 1) {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        site.ask('POST', '/api/v1/channels', {
          cookie: mila.cookie,
          body: { name: `Kanaal ${String(part * 50 + index).padStart(3, '0')} 🛶`, form: 'webshop' },
        }),
      ),
    );
  }
  const { page, close } = await visitor(browser, site, { cookie: mila.cookie });
  await page.goto(`${site.address}/channels`);
  const grid = page.getByRole('grid');
  await grid.getByText('Kanaal 000').waitFor();
  await grid.focus();
  await page.keyboard.press('Control+End');
  await grid.getByText('Kanaal 299').waitFor();
  const rows = await grid.getByRole('row').count();
  assert.ok(rows < 80, `${rows} rows in the page`);
  await close();
});

test('a grid of fifty thousand rows scrolls', async (t) => {
  const { page, close } = await visitor(browser, site, { language: 'en' });
  await page.goto(`${site.address}/design`);
  const grid = page.getByRole('grid');
  await grid.scrollIntoViewIfNeeded();
  const frames = await grid.evaluate(async (box) => {
    const frame = () => new Promise(requestAnimationFrame);
    const taken = [];
    let before = await frame();
    for (let step = 0; step < 120; step += 1) {
      box.scrollTop += 900;
      const now = await frame();
      taken.push(now - before);
      before = now;
    }
    return taken.toSorted((a, b) => a - b);
  });
  const p95 = Math.round(frames[Math.floor(frames.length * 0.95)]);
  t.diagnostic(`a frame while scrolling 50,000 rows: p95 ${p95} ms`);
  assert.ok(p95 < 300);
  await close();
});
