// The packages of the tests live with those of the web app.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const web = createRequire(new URL('../../web/package.json', import.meta.url));
const load = async (name) => (await import(pathToFileURL(web.resolve(name)).href)).default;

export const { chromium } = await load('playwright-core');
export const { PNG } = await load('pngjs');
export const pixelmatch = await load('pixelmatch');
export const axeFile = web.resolve('axe-core/axe.min.js');
