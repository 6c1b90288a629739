import { expect, test } from 'vitest';
import { addressWithout, linksWithout } from './addresses';

test('of an address only what tells of a campaign stays behind it', () => {
  expect(addressWithout('https://a:b@shop.example/lamp?utm_source=mail&token=1&mail=kim#deel')).toBe(
    'https://shop.example/lamp?utm_source=mail',
  );
  expect(addressWithout('javascript:alert(1)')).toBe('');
  expect(addressWithout('//[')).toBe('');
});

test('links and forms lose it in a picture, in what is added and in what changes; style sheets keep it', () => {
  const link = (tagName: string) => ({ tagName, attributes: { href: 'https://shop.example/x?code=1' } as Record<string, unknown> });
  const inner = link('a');
  const sheet = link('link');
  linksWithout({ type: 2, data: { node: { childNodes: [{ tagName: 'div', childNodes: [inner, sheet] }] } } }, () => '');
  expect([inner.attributes['href'], sheet.attributes['href']]).toEqual(['https://shop.example/x', 'https://shop.example/x?code=1']);
  const added = link('a');
  const changed = { id: 7, attributes: { href: 'https://shop.example/x?code=1' } };
  const told = linksWithout(
    { type: 3, data: { href: 'https://shop.example/?q=1', adds: [{ node: added }], attributes: [changed] } },
    (id) => (id === 7 ? 'A' : ''),
  );
  expect([told.data.href, added.attributes['href'], changed.attributes.href]).toEqual([
    'https://shop.example/',
    'https://shop.example/x',
    'https://shop.example/x',
  ]);
});
