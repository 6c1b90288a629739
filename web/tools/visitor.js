// Builds what websites load: the tracker s.js, the launcher w.js, and the page of the visitor's frame, each one plain
// script under a name that never changes.
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const from = new URL('../visitor/', import.meta.url).pathname;
const scripts = [
  { entry: 's.ts', to: 's.js' },
  { entry: 'w.ts', to: 'w.js' },
  { entry: 'visit.ts', to: 'visitor/visit.js' },
];

const buildOne = (folder, { entry, to }) =>
  build({
    configFile: false,
    root: from,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      reportCompressedSize: false,
      copyPublicDir: false,
      lib: { entry: path.join(from, entry), formats: ['iife'], name: 'sluis', fileName: () => to },
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
    },
  };
}
