import { describe, expect, test } from 'vitest';

const files = import.meta.glob<Record<string, unknown>>(
  ['../*/texts/*.json', '../features/*/texts/*.json'],
  { import: 'default', eager: true },
);

// Every key with its text, nested keys joined by dots.
function flat(texts: Record<string, unknown>, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') found.set(path + key, value);
    else flat(value as Record<string, unknown>, `${path}${key}.`).forEach((text, at) => found.set(at, text));
  }
  return found;
}

const holes = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((hole) => hole[1]).sort();
const dutch = Object.entries(files).filter(([file]) => file.endsWith('nl.json'));

describe.each(dutch)('%s', (file, nl) => {
  const nlTexts = flat(nl);
  const enTexts = flat(files[file.replace(/nl\.json$/, 'en.json')] ?? {});

  test('has the same keys in English', () => {
    expect([...enTexts.keys()].sort()).toEqual([...nlTexts.keys()].sort());
  });

  test('has the same holes in English, and no empty text', () => {
    for (const [key, text] of nlTexts) {
      expect(text, key).not.toBe('');
      expect(enTexts.get(key), key).not.toBe('');
      expect(holes(enTexts.get(key) ?? ''), key).toEqual(holes(text));
    }
  });
});

test('every folder with texts was found', () => {
  expect(dutch.length).toBeGreaterThanOrEqual(3);
});
