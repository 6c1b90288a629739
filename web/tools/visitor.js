// Builds what websites load: the tracker s.js, the launcher w.js, and the page of the visitor's frame, each one plain
// script under a name that never changes; and what shows a visitor's page.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const from = new URL('../visitor/', import.meta.url).pathname;
const scripts = [
  { entry: 's.ts', to: 's.js' },
  { entry: 'w.ts', to: 'w.js' },
  { entry: 'visit.ts', to: 'visitor/visit.js' },
  // Loaded by the launcher from another site, and by nobody else: a module gives back what it is asked for.
  { entry: 'mirror.ts', to: 'visitor/mirror.js', format: 'es' },
  { entry: 'mirrored.ts', to: 'visitor/mirrored.js' },
];
// What the library that draws a page of a visitor brings, behind ours.
const drawing = new URL('../node_modules/@rrweb/replay/dist/style.min.css', import.meta.url).pathname;

// The recorder compares styles by writing an attribute, of which a page with a strict policy complains; the same said
// to the style itself is allowed everywhere.
const quiet = {
  name: 'quiet-recorder',
  transform(code, id) {
    if (!id.includes('@rrweb/record')) return null;
    const loud = 'old.setAttribute("style", m.oldValue)';
    if (!code.includes(loud)) throw new Error('the recorder compares styles in another way: look whether it needs this');
    return { code: code.replace(loud, 'old.style.cssText = m.oldValue'), map: null };
  },
};

const buildOne = (folder, { entry, to, format = 'iife' }) =>
  build({
    configFile: false,
    root: from,
    logLevel: 'warn',
    publicDir: false,
    plugins: [quiet],
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      reportCompressedSize: false,
      copyPublicDir: false,
      lib: { entry: path.join(from, entry), formats: [format], name: 'sluis', fileName: () => to },
    },
  });

// Before the files are compressed, and into the folder of the build that it belongs to.
export function visitor() {
  let folder = '';
  return {
    name: 'visitor',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    async writeBundle() {
      for (const script of scripts) await buildOne(folder, script);
      await copyFile(path.join(from, 'visit.css'), path.join(folder, 'visitor/visit.css'));
      const drawn = await Promise.all([path.join(from, 'mirrored.css'), drawing].map((file) => readFile(file)));
      await writeFile(path.join(folder, 'visitor/mirrored.css'), Buffer.concat(drawn));
    },
  };
}
