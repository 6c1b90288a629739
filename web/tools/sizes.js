// Fails when what a visitor downloads has grown over its budget. Sizes are gzipped kilobytes.
import { readFileSync, statSync } from 'node:fs';

const budgets = { shellScript: 190, shellStyle: 30, page: 80, chart: 260, tracker: 2.5, launcher: 4, frame: 40, mirror: 30, mirrored: 80 };
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const sizeOf = (file) => statSync(new URL(`${file}.gz`, dist)).size / 1000;
const sum = (files) => [...files].reduce((total, file) => total + sizeOf(file), 0);

// The chunk with everything it imports at once.
function closure(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, found);
  return found;
}

const styles = (keys) => new Set([...keys].flatMap((key) => manifest[key].css ?? []));
const scripts = (keys) => new Set([...keys].map((key) => manifest[key].file));

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry && key.endsWith('.html'));
const shell = closure(entry);
const language = Object.keys(manifest).find((key) => /^_nl-[\w-]+\.js$/.test(key));
if (language) shell.add(language);

const lines = [
  ['shell', 'script', sum(scripts(shell)), budgets.shellScript],
  ['shell', 'style', sum(styles(shell)), budgets.shellStyle],
];
// Every other chunk by itself, so that what pages share is loaded once and counted once.
for (const [key, chunk] of Object.entries(manifest)) {
  if (shell.has(key) || !chunk.file.endsWith('.js')) continue;
  const kind = key.endsWith('ui/chart/engine.ts') ? 'chart' : 'page';
  lines.push([key.replace(/^(src\/|_)/, ''), 'script', sizeOf(chunk.file), budgets[kind]]);
}

// What websites load.
lines.push(['s.js', 'script', sizeOf('s.js'), budgets.tracker]);
lines.push(['w.js', 'script', sizeOf('w.js'), budgets.launcher]);
lines.push(['visitor', 'both', sizeOf('visitor/visit.js') + sizeOf('visitor/visit.css'), budgets.frame]);
lines.push(['mirror.js', 'script', sizeOf('visitor/mirror.js'), budgets.mirror]);
lines.push(['mirrored', 'both', sizeOf('visitor/mirrored.js') + sizeOf('visitor/mirrored.css'), budgets.mirrored]);

let over = 0;
for (const [what, kind, size, budget] of lines) {
  const grown = size > budget;
  if (grown) over += 1;
  console.log(
    `${what.padEnd(44)} ${kind.padEnd(7)} ${size.toFixed(1).padStart(7)} of ${budget} KB${grown ? '  TOO LARGE' : ''}`,
  );
}
process.exit(over === 0 ? 0 : 1);
