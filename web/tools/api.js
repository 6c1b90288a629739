// Writes src/api/schema.d.ts from the reviewed description of the API; with --check it only
// compares, so that the client and the server cannot drift apart.
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const description = new URL('../../api/openapi.json', import.meta.url);
const types = new URL('../src/api/schema.d.ts', import.meta.url);

const made = astToString(await openapi(JSON.parse(readFileSync(description, 'utf8'))));
const text = `// Made by \`npm run api\` from api/openapi.json; not written by hand.\n${made}`;

if (!process.argv.includes('--check')) {
  writeFileSync(types, text);
} else if (readFileSync(types, 'utf8') !== text) {
  console.error('src/api/schema.d.ts is not what api/openapi.json says. Run: npm run api');
  process.exit(1);
}
