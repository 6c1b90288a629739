// How fast it feels. Other work on the machine can only make a figure worse, so the best of several rounds
// counts. When all are too slow and the machine is busy with more than this, nothing is known: that is a skip.
import assert from 'node:assert/strict';
import os from 'node:os';
import { after, before, test } from 'node:test';
import { launchToTime, visitor } from './browser.js';
import { addChannels, Site } from './site.js';

let site;
let browser;
let mila;

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launchToTime()]);
  mila = await site.setUp();
  await addChannels(site, mila, ['webshop', 'store', 'contact-centre']);
});
after(async () => {
  await browser?.close();
  await site?.remove();
});

const budgets = { paint: 300, paintOnPhone: 1_500, keystroke: 50, frame: 33 };
const mostRounds = 8;
const isBusy = () => os.loadavg()[0] > 2 * os.cpus().length;

async function within(t, what, budget, measure) {
  let best = Infinity;
  for (let round = 0; round < mostRounds && best > budget; round += 1) {
    best = Math.min(best, Math.round(await measure()));
  }
  t.diagnostic(`${what}: ${best} ms of ${budget}`);
  if (best > budget && isBusy()) t.skip(`${best} ms, but the machine is busy`);
  else assert.ok(best <= budget, `${what}: ${best} ms is more than ${budget}`);
}

const median = (figures) => figures.toSorted((a, b) => a - b)[figures.length >> 1];

async function firstPaint(options, slow) {
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
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const taken = await paint.jsonValue();
  await close();
  return taken;
}

test('the first paint on a desk', (t) =>
  within(t, 'first contentful paint', budgets.paint, () => firstPaint({}, false)));

test('the first paint on a slow phone', (t) =>
  within(t, 'first contentful paint on a slow phone', budgets.paintOnPhone, () =>
    firstPaint({ width: 'phone' }, true),
  ));

// From the key to the frame that shows what it found, over a few keys.
const keystroke = (page) =>
  page.evaluate(async () => {
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

test('a keystroke in the palette', async (t) => {
  const { page, close } = await visitor(browser, site, { cookie: mila.cookie });
  await page.goto(`${site.address}/channels`);
  // Keys are heard once the app stands on the page.
  await page.getByRole('heading', { name: 'Kanalen' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await within(t, 'a keystroke in the palette', budgets.keystroke, async () =>
    median(await keystroke(page)),
  );
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

// Scrolls down fast and back; the frame time that one in twenty exceeds.
const scrolled = (grid) =>
  grid.evaluate(async (box) => {
    const frame = () => new Promise(requestAnimationFrame);
    const taken = [];
    let before = await frame();
    for (let step = 0; step < 120; step += 1) {
      box.scrollTop += step < 60 ? 900 : -900;
      const now = await frame();
      taken.push(now - before);
      before = now;
    }
    taken.sort((a, b) => a - b);
    return taken[Math.floor(taken.length * 0.95)];
  });

test('a grid of fifty thousand rows scrolls', async (t) => {
  const { page, close } = await visitor(browser, site, { language: 'en' });
  await page.goto(`${site.address}/design`);
  const grid = page.getByRole('grid');
  await grid.scrollIntoViewIfNeeded();
  await within(t, 'a frame while scrolling 50,000 rows, p95', budgets.frame, () => scrolled(grid));
  await close();
});
