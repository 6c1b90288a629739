// A visitor of a website with a strict policy of its own: asks, waits, talks, goes on to another page, says how it was,
// and talks by voice with the agent at the desk.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launch, visitor, withMicrophone } from './browser.js';
import { PNG } from './modules.js';
import { serveShop } from './shop.js';
import { Site } from './site.js';
import { arrive, fillDesk } from './talks.js';
import { fill } from './van_dalen.js';

let site;
let browser;
let mila;
let shop;
let trackKey;

const asking = 'data-placements="lamps"';
const tracker = (asks) =>
  `<script defer src="${site.address}/s.js" data-key="${trackKey}" ${asks ? asking : ''}></script>`;
// Left out of the order of tabs, so that the launcher comes next.
const fields = `<label>Naam<input tabindex="-1"></label><input tabindex="-1" value="2" data-sluis-shown>
  <input tabindex="-1" type="password" value="sesam"><input type="hidden" value="8812">
  <p class="sluis-private">NL91 ABNA</p><p contenteditable tabindex="-1">Lief dagboek</p>
  ${'<p>Lamp</p>'.repeat(80)}<p id="end">Einde</p>`;
const tags = (url) => {
  if (url.startsWith('/bestellen')) return fields;
  return url.startsWith('/gemeten') ? tracker(url.endsWith('/aanbod')) : '';
};

before(async () => {
  [site, browser] = await Promise.all([Site.start(), launch(withMicrophone)]);
  mila = await site.setUp();
  await fill(site, mila);
  await fillDesk(site, mila);
  await arrive(site, mila);
  shop = await serveShop(site.address, tags);
  const key = await site.ask('POST', '/api/v1/access/keys', {
    cookie: mila.cookie,
    body: { name: 'Winkel', scope: 'track', origins: [shop.origin] },
  });
  trackKey = key.body.secret;
});
after(async () => {
  shop?.server.close();
  await browser?.close();
  await site?.remove();
});

const frameOf = async (page) => {
  const isFrame = (frame) => frame.url().includes('/visit?');
  return page.frames().find(isFrame) ?? page.waitForEvent('framenavigated', isFrame);
};

// The launcher stands in a closed shadow: only the keyboard reaches it, as it does for a visitor.
async function openChat(page) {
  await page.locator('a').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  return frameOf(page);
}

const held = async () => (await site.ask('GET', '/api/v1/contacts/desk', mila)).body.held;
const act = (id, what, body) =>
  site.ask('POST', `/api/v1/contacts/${id}/${what}`, { cookie: mila.cookie, ...(body ? { body } : {}) });

test('a visitor talks in a frame of a strict page, goes on to the next page and says how it was', async () => {
  const { page, close } = await visitor(browser, site);
  await page.goto(shop.origin);
  const frame = await openChat(page);
  await frame.getByLabel('Uw vraag').fill('Past de lamp op een dimmer?');
  await frame.getByLabel('Naam (mag leeg)').fill('Kim');
  await frame.getByRole('button', { name: 'Start chat' }).click();
  await frame.getByText('U bent zo aan de beurt.').waitFor();
  const [{ id }] = await held();
  await act(id, 'accept');
  await frame.getByText('U spreekt met Mila Koster.').waitFor();
  await act(id, 'messages', { client_id: 'a1', text: '<b>Ja</b>, dat past.' });
  await frame.getByText('<b>Ja</b>, dat past.').waitFor();
  await frame.getByLabel('Typ een bericht').fill('Fijn!');
  await page.keyboard.press('Enter');
  await frame.getByText('Fijn!').waitFor();
  const photo = PNG.sync.write(new PNG({ width: 24, height: 16 }));
  await frame.locator('input[type=file]').setInputFiles({ name: 'kamer.pdf', mimeType: 'text/html', buffer: photo });
  const shown = frame.getByRole('img', { name: 'kamer.pdf.png' });
  await shown.waitFor();
  await frame.waitForFunction((image) => image.naturalWidth === 24, await shown.elementHandle());
  await page.goto(`${shop.origin}/verder`);
  const next = await openChat(page);
  await next.getByText('Fijn!').waitFor();
  await next.getByText('<b>Ja</b>, dat past.').waitFor();
  const { items } = (await site.ask('GET', `/api/v1/contacts/${id}/messages`, mila)).body;
  assert.deepEqual(items.map(({ text, file }) => file ?? text), ['<b>Ja</b>, dat past.', 'Fijn!', 'kamer.pdf.png']);
  await next.getByRole('button', { name: 'Beëindig chat' }).click();
  await next.getByRole('button', { name: '4 van 5' }).click();
  await next.getByText('Dank u wel.').waitFor();
  await page.keyboard.press('Escape');
  await act(id, 'wrap-up', { outcome: 'helped' });
  await close();
});

// What is kept of what these pages sent, once that is there: kinds and who did it.
async function kept(count) {
  const sql = `select kind, identity from feed_event where props like '%"/gemeten%' order by ts`;
  let rows = [];
  for (let asked = 0; asked < 200 && rows.length < count; asked += 1) {
    rows = (await site.ask('POST', '/api/v1/measures/sql', { cookie: mila.cookie, body: { sql } })).body.rows;
  }
  return rows;
}

test('nothing of a visitor is stored or sent before they agree, then all of it, and nothing under GPC', async () => {
  const { page, close } = await visitor(browser, site);
  const sent = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/batch')) sent.push(...request.postDataJSON().batch);
  });
  await page.goto(`${shop.origin}/gemeten?utm_campaign=lente`);
  await page.evaluate(() => window.analytics.track('Product Viewed', { sku: 'LAMP', price: 40 }));
  assert.deepEqual(await page.evaluate(() => [localStorage.length, window.analytics.followed()]), [0, null]);
  const accepted = page.waitForResponse((answer) => answer.url().endsWith('/v1/batch') && answer.ok());
  await page.evaluate(() => window.analytics.consent({ analytics: true }));
  await accepted;
  assert.deepEqual(
    sent.map(({ type, context }) => [type, context.campaign.name, context.page.path]),
    [['page', 'lente', '/gemeten'], ['track', 'lente', '/gemeten']],
  );
  const again = page.waitForResponse((answer) => answer.url().endsWith('/v1/batch') && answer.ok());
  await page.evaluate(() => history.pushState({}, '', '/gemeten/lampen'));
  await again;
  assert.equal(sent.at(-1).context.page.path, '/gemeten/lampen');
  assert.equal(new Set(sent.map(({ anonymousId }) => anonymousId)).size, 1);
  assert.deepEqual(sent.at(-1).context.consent, { categoryPreferences: { analytics: true } });
  const rows = await kept(sent.length);
  assert.deepEqual(rows.map(([kind]) => kind), ['page_viewed', 'product_viewed', 'page_viewed']);
  assert.equal(new Set(rows.map(([, identity]) => identity)).size, 1);
  // Who helps them sees what they did before.
  const frame = await openChat(page);
  await frame.getByRole('button', { name: 'Start chat' }).click();
  await frame.getByText('U bent zo aan de beurt.').waitFor();
  const [{ id }] = await held();
  const desk = await visitor(browser, site, { cookie: mila.cookie });
  await desk.page.goto(`${site.address}/desk?open=${id}`);
  const before = desk.page.getByRole('complementary', { name: 'Klant' });
  await before.getByText(/campagne lente/).first().waitFor();
  assert.match(await before.textContent(), /Winkel · .*LAMP · /s);
  await act(id, 'accept');
  await act(id, 'finish');
  await act(id, 'wrap-up', { outcome: 'helped' });
  await desk.close();
  await close();

  const shy = await visitor(browser, site);
  await shy.page.addInitScript(() => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
  });
  const asked = [];
  shy.page.on('request', (request) => asked.push(request.url()));
  await shy.page.goto(`${shop.origin}/gemeten`);
  await shy.page.evaluate(() => window.analytics.consent({ analytics: true }));
  assert.deepEqual(await shy.page.evaluate(() => [localStorage.length, window.analytics.followed()]), [0, null]);
  await shy.page.goto('about:blank');
  assert.deepEqual(asked.filter((url) => url.includes('/v1/')), []);
  await shy.close();
});

test('an offer comes on the answer to what a visitor does, and is accepted on its card', async () => {
  const post = async (where, body) => (await site.ask('POST', `/api/v1/decisions/${where}`, { ...mila, body })).body;
  const words = { title: 'Advies', body: 'Welke lamp past hier?', button: 'Lees' };
  const { items } = (await site.ask('GET', '/api/v1/channels?limit=1', mila)).body;
  const offers = [];
  for (const code of ['lamp-1', 'lamp-2', 'lamp-3', 'lamp-4', 'lamp-5']) {
    const offer = { code, name: code, act: 'advice', texts: { nl: words, en: words } };
    offers.push((await post('offers', offer)).id);
  }
  await post('placements', { code: 'lamps', name: 'Lampen', channel: items[0].id, offers });
  await site.ask('PATCH', '/api/v1/decisions/settings', {
    ...mila,
    headers: { 'If-Match': '"1"' },
    body: { hold_out_basis_points: 0, exploration_basis_points: 5000 },
  });
  await post('policies');

  const { page, close } = await visitor(browser, site);
  await page.goto(`${shop.origin}/gemeten/aanbod`);
  const shown = page.waitForResponse((answer) => answer.url().endsWith('/answer') && answer.ok());
  // Each new visitor draws one of them with a chance of two fifths at least.
  const { id, handle } = await page.evaluate(async () => {
    const { analytics } = window;
    let hear;
    analytics.on('decision', (place, decision) => hear({ place, ...decision }));
    analytics.consent({ analytics: true });
    for (let visitors = 0; visitors < 60; visitors += 1) {
      const heard = new Promise((resolve) => {
        hear = resolve;
      });
      analytics.reset();
      for (const sku of ['A', 'B', 'C']) analytics.track('Product Viewed', { sku });
      const decision = await heard;
      if (decision.offer) return decision;
    }
    return {};
  });
  await shown;
  assert.equal(await page.evaluate(() => JSON.parse(localStorage['sluis.who']).who.handle), handle);
  const accepted = page.waitForResponse((answer) => answer.url().endsWith('/answer') && answer.ok());
  await page.locator('a').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await accepted;
  const told = (await site.ask('GET', `/api/v1/decisions/${id}`, mila)).body;
  assert.ok(told.shown && told.accepted);
  await close();
});

// A picture of a page as no recorder makes it, in one piece.
function hostile() {
  let id = 1;
  const node = (tagName, attributes = {}, ...childNodes) => ({ type: 2, id: (id += 1), tagName, attributes, childNodes });
  const text = (textContent) => ({ type: 3, id: (id += 1), textContent });
  const evil = 'top.run = parent.run = window.run = 1';
  const body = node(
    'body',
    { onload: evil },
    text('hostile'),
    node('script', {}, text(evil)),
    node('script', { src: '/visitor/visit.js' }),
    node('img', { src: 'data:,', onerror: evil }),
    node('iframe', { src: `javascript:${evil}`, srcdoc: `<script>${evil}</script>` }),
    node('meta', { 'http-equiv': 'refresh', content: `0;url=javascript:${evil}` }),
    node('form', { action: `javascript:${evil}` }, node('input', { autofocus: '', onfocus: evil })),
    node('svg', { onload: evil }),
  );
  const picture = { type: 0, id: 1, childNodes: [node('html', {}, node('head'), body)] };
  const events = [
    { type: 4, timestamp: 1, data: { href: 'https://shop.example/', width: 800, height: 600 } },
    { type: 2, timestamp: 2, data: { node: picture, initialOffset: { left: 0, top: 0 } } },
  ];
  return `hostile.0.0.1:${gzipSync(JSON.stringify(events)).toString('base64')}`;
}

// What of a visitor's page is drawn at the desk, once all of it is seen that is waited for.
async function drawn(desk, awaited) {
  await desk.locator('iframe[src="/mirrored"]').waitFor();
  const frame = desk.frames().find((one) => one.url().endsWith('/mirrored'));
  const seen = await frame.waitForFunction(({ text = '', without, fields, scrolled = 0 }) => {
    const inner = document.querySelector('iframe')?.contentWindow;
    if (!inner?.document.body) return null;
    const now = {
      text: inner.document.body.innerText,
      html: inner.document.documentElement.outerHTML,
      fields: [...inner.document.querySelectorAll('input')].map(({ value }) => value).filter(Boolean),
    };
    const isThere = now.text.includes(text) && !(without && now.text.includes(without)) && inner.scrollY >= scrolled;
    return isThere && (!fields || fields.join() === now.fields.join()) ? now : null;
  }, awaited);
  return seen.jsonValue();
}

test('an agent sees the page of a visitor who said yes, with nothing that they type, until they stop it', async () => {
  const desk = await visitor(browser, site, { cookie: mila.cookie });
  await desk.page.goto(`${site.address}/desk`);
  await desk.page.getByText('Niets te doen').waitFor();
  const { page, close } = await visitor(browser, site);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${shop.origin}/bestellen?mail=kim@example.com&utm_source=brief`);
  const frame = await openChat(page);
  await frame.getByRole('button', { name: 'Start chat' }).click();
  await desk.page.getByRole('group', { name: 'Aangeboden aan u' }).waitFor();
  await desk.page.keyboard.press('Alt+a');
  await frame.getByText('U spreekt met Mila Koster.').waitFor();
  await desk.page.getByLabel('Antwoord').waitFor();
  await desk.page.keyboard.press('Alt+p');
  await frame.getByText('Mag Mila Koster met u meekijken op uw pagina?').waitFor();
  assert.ok(!asked.includes('/visitor/mirror.js'));
  await frame.getByRole('button', { name: 'Ja, kijk mee' }).click();
  const pane = desk.page.getByRole('complementary', { name: 'Pagina van de bezoeker' });
  await pane.getByText(`${shop.origin}/bestellen?utm_source=brief`, { exact: true }).waitFor();
  await page.getByLabel('Naam').fill('Kim de Vries');
  await page.locator('#end').scrollIntoViewIfNeeded();
  await page.locator('#end').evaluate(({ style }) => {
    style.color = 'red';
    style.color = 'blue';
  });
  const seen = await drawn(desk.page, { text: 'Einde', fields: ['••••••', '2'], scrolled: 500 });
  for (const secret of ['Kim de Vries', 'sesam', '8812', 'NL91', 'dagboek', 'kim@']) {
    assert.ok(!seen.html.includes(secret), secret);
  }

  // It goes on over pages, is in sight on each, and one click ends it.
  await page.goto(`${shop.origin}/verder`);
  await pane.getByText(`${shop.origin}/verder`, { exact: true }).waitFor();
  await drawn(desk.page, { text: 'Lampen', without: 'Einde' });
  await page.locator('a').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await pane.waitFor({ state: 'detached' });
  await desk.page.getByText('De bezoeker laat de pagina niet meer zien.').waitFor();
  const [{ id }] = await held();
  const { timeline } = (await site.ask('GET', `/api/v1/contacts/${id}`, mila)).body;
  assert.deepEqual(timeline.map(({ what }) => what).slice(-2), ['page_shown', 'page_hidden']);

  // A page that was made up runs nothing at the desk; that it was kept from that is what the console tells.
  const token = await page.evaluate(() => sessionStorage.getItem('sluis.visit'));
  const send = () =>
    site.ask('POST', `/api/v1/contacts/visits/${token}/signals`, { body: { signal: 'page', data: hostile() } });
  const looks = desk.page.waitForResponse((answer) => answer.url().endsWith('/signals'));
  await send();
  await looks;
  await send();
  await drawn(desk.page, { text: 'hostile' });
  const ran = await Promise.all(desk.page.frames().map((one) => one.evaluate(() => window.run ?? null).catch(() => null)));
  assert.deepEqual(ran.filter(Boolean), []);
  desk.problems.length = 0;
  await act(id, 'finish');
  await act(id, 'wrap-up', { outcome: 'helped' });
  await Promise.all([close(), desk.close()]);
});

// How loud what a page hears is.
const loudness = (page) =>
  page.evaluate(async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      for (const peer of window.peers ?? []) {
        for (const report of (await peer.getStats()).values()) {
          if (report.type === 'inbound-rtp' && report.audioLevel > 0) return report.audioLevel;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return 0;
  });

// Keeps the connections that a page makes where a test finds them.
const watched = () => {
  window.peers = [];
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(...options) {
      super(...options);
      window.peers.push(this);
    }
  };
};

test('a visitor calls from the website, and visitor and agent hear each other', async () => {
  const agent = await visitor(browser, site, { cookie: mila.cookie });
  await agent.context.addInitScript(watched);
  await agent.page.goto(`${site.address}/desk`);
  await agent.page.getByText('Niets te doen').waitFor();
  const { page, context, close } = await visitor(browser, site);
  await context.addInitScript(watched);
  await page.goto(shop.origin);
  const frame = await openChat(page);
  const opened = context.waitForEvent('page');
  await frame.getByRole('button', { name: 'Bel nu' }).click();
  const call = await opened;
  await agent.page.getByRole('group', { name: 'Aangeboden aan u' }).waitFor();
  await agent.page.keyboard.press('Alt+a');
  await call.getByText('Verbonden').waitFor();
  await agent.page.getByText('aan de lijn').waitFor();
  const levels = await Promise.all([loudness(call), loudness(agent.page)]);
  assert.ok(levels.every((level) => level > 0), `heard ${levels.join(' and ')}`);
  await call.getByRole('button', { name: 'Ophangen' }).click();
  await agent.page.getByText('Wat kwam eruit?').waitFor();
  await Promise.all([close(), agent.close()]);
});
