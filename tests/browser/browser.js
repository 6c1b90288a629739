// Debian's Chromium without the windows that nobody would see, steady enough to compare pictures, and pages that
// tell what went wrong in them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { axeFile, chromium } from './modules.js';

export const widths = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

// With a microphone that beeps, which nobody asks about.
export const withMicrophone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

// A page lives for a second or two here: compiling its scripts for speed takes a tenth more than it gives.
const shortLived = ['--js-flags=--no-opt --no-maglev'];

// As a reader has it, for what is timed.
export const launchToTime = () => started(flags);
export const launch = (more = []) => started([...flags, ...shortLived, ...more]);

const started = (args) =>
  chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell',
    args,
    timeout: 60_000,
  });

// Asked before anybody is signed in, and refused as it should be; browsers complain about it.
const expected = /the server responded with a status of 401/;

// A visitor: one window with its own cookies. `problems` fills with what the console complains of.
export async function visitor(browser, site, options = {}) {
  const { cookie, scheme = 'light', width = 'desktop', language = 'nl', now } = options;
  const context = await browser.newContext({
    viewport: widths[width],
    hasTouch: width === 'phone',
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  if (cookie) await context.addCookies([asCookie(cookie, site.address)]);
  if (now) await context.clock.setFixedTime(now);
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type()) || expected.test(text)) return;
    problems.push(`${text} ${message.location().url}`);
  });
  const close = async () => {
    await context.close();
    assert.deepEqual(problems, [], 'the console stays empty');
  };
  return { page, context, problems, close };
}

function asCookie(cookie, url) {
  const [name, ...value] = cookie.split('=');
  return { name, value: value.join('='), url, httpOnly: true, sameSite: 'Lax' };
}

// The page as it stays: fonts there, nothing loading.
export async function settled(page) {
  const loading = '[aria-busy="true"]:not(button), [role="status"][aria-label]';
  await page.locator(loading).first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
}

let axeText;
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

// What axe finds wrong on the page in both schemes, one line a finding. Only colours depend on the scheme.
export async function axe(page) {
  // A page that goes on without being loaded has it already.
  const there = await page.evaluate(() => 'axe' in window);
  if (!there) await page.evaluate((axeText ??= await readFile(axeFile, 'utf8')));
  const light = await run(page, { type: 'tag', values: rules });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((finding) => `dark: ${finding}`)];
}

async function run(page, runOnly) {
  // Of all else that axe finds it need not keep every place.
  const options = { runOnly, resultTypes: ['violations'] };
  const { violations } = await page.evaluate((asked) => window.axe.run(document, asked), options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.any[0]?.message ?? node.failureSummary}`),
  );
}
