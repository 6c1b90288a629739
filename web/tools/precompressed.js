// Writes a .gz and a .br beside every file of the build that gets smaller by it: the server sends
// them as they are.
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);
const worthwhile = /\.(js|css|html|svg|json|webmanifest)$/;

async function compress(file) {
  const bytes = await fs.readFile(file);
  const quality = { [zlib.constants.BROTLI_PARAM_QUALITY]: 10 };
  const [gz, br] = await Promise.all([gzip(bytes, { level: 9 }), brotli(bytes, { params: quality })]);
  await Promise.all([fs.writeFile(`${file}.gz`, gz), fs.writeFile(`${file}.br`, br)]);
}

export function precompressed() {
  let folder = '';
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await fs.readdir(folder, { recursive: true });
      // index.html gets its nonce on the way out, so it cannot be compressed before.
      const chosen = files.filter((file) => worthwhile.test(file) && file !== 'index.html');
      await Promise.all(chosen.map((file) => compress(path.join(folder, file))));
    },
  };
}
