import { expect, test } from 'vitest';
import { snippet, tools } from './tools';

test.each(tools.map(({ id }) => id))('%s: the key and the address stand in the code', (tool) => {
  const code = snippet(tool, 'slk_ingest_abc', 'https://sluis.example');
  expect(code).toContain('slk_ingest_abc');
  expect(code).toContain('https://sluis.example');
});

test('what is installed is what is imported', () => {
  for (const { id, pack } of tools) {
    if (pack) expect(snippet(id, 'k', 'a')).toContain(`'${pack}'`);
  }
});
