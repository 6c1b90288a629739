// Compares a page with the picture that was reviewed. Pictures are kept at half their size, so that
// they stay small and a pixel here and there says nothing.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pixelmatch, PNG } from './modules.js';

const folder = fileURLToPath(new URL('looks/', import.meta.url));
const seen = fileURLToPath(new URL('../../build/looks/', import.meta.url));
const most = 0.004; // of the pixels may differ
const update = process.env.SLUIS_UPDATE_LOOKS === '1';

function halved(bytes) {
  const from = PNG.sync.read(bytes);
  const to = new PNG({ width: from.width >> 1, height: from.height >> 1 });
  for (let y = 0; y < to.height; y += 1) {
    for (let x = 0; x < to.width; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        const at = (dx, dy) => from.data[((2 * y + dy) * from.width + 2 * x + dx) * 4 + channel];
        to.data[(y * to.width + x) * 4 + channel] = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
      }
    }
  }
  return to;
}

// What README.md shows, at full size: renewed with the pictures here, so that it is never of an older app.
const documented = new Map([
  ['results', 'results-light'],
  ['results-dark', 'results-dark'],
  ['worksheet', 'worksheet-light'],
  ['worksheet-dark', 'worksheet-dark'],
]);
const images = fileURLToPath(new URL('../../docs/img/', import.meta.url));

async function keep(name, bytes, now) {
  await writeFile(`${folder}${name}.png`, PNG.sync.write(now, { deflateLevel: 9 }));
  const image = documented.get(name);
  if (image) await writeFile(`${images}${image}.png`, bytes);
}

export async function looksLike(page, name) {
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const now = halved(bytes);
  const file = `${folder}${name}.png`;
  if (update) return keep(name, bytes, now);
  const reviewed = PNG.sync.read(await readFile(file));
  assert.deepEqual([now.width, now.height], [reviewed.width, reviewed.height]);
  const difference = new PNG({ width: now.width, height: now.height });
  const pixels = pixelmatch(reviewed.data, now.data, difference.data, now.width, now.height, {
    threshold: 0.12,
  });
  if (pixels <= now.width * now.height * most) return undefined;
  await mkdir(seen, { recursive: true });
  await writeFile(`${seen}${name}.png`, PNG.sync.write(now));
  await writeFile(`${seen}${name}.difference.png`, PNG.sync.write(difference));
  return assert.fail(
    `${name}: ${pixels} pixels differ, see build/looks; when the change is meant: ` +
      'SLUIS_UPDATE_LOOKS=1 tools/test/browser.sh',
  );
}
