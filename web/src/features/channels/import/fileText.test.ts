import { expect, test } from 'vitest';
import { fileText } from './fileText';

const text = 'code;name\nbelgie;Dealer België €';
const read = (bytes: readonly number[]) => fileText(new Blob([new Uint8Array(bytes)]));

test('reads UTF-8, with and without its mark', async () => {
  const bytes = [...new TextEncoder().encode(text)];
  expect(await read(bytes)).toBe(text);
  expect(await read([0xef, 0xbb, 0xbf, ...bytes])).toBe(text);
});

test('reads what Windows saves', async () => {
  const name = 'Dealer België';
  expect(await read([...name].map((sign) => sign.charCodeAt(0)))).toBe(name);
});

test('reads UTF-16, as “Unicode text” is', async () => {
  const units = [0xfeff, ...[...text].map((sign) => sign.charCodeAt(0))];
  expect(await read(units.flatMap((unit) => [unit & 0xff, unit >> 8]))).toBe(text);
});
