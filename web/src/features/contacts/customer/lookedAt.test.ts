import { expect, test } from 'vitest';
import { lookedAt } from './lookedAt';

test('a page is called by its title, else by its path without what may be private behind it', () => {
  const page = (props: unknown) => lookedAt({ kind: 'page_viewed', props });
  expect(page({ title: 'Lampen', path: '/lampen' })).toBe('Lampen');
  expect(page({ title: ' ', url: 'https://shop.example/lampen?mail=kim@example.com#x' })).toBe('/lampen');
  expect(page({ page: '/verder' })).toBe('/verder');
  expect([page(null), page({ title: 5 }), page({ url: 'https://[' })]).toEqual(['', '', '']);
});

test('a search is told in the words of who searched, all else by nothing', () => {
  expect(lookedAt({ kind: 'products_searched', props: { query: 'dimbaar' } })).toBe('“dimbaar”');
  expect(lookedAt({ kind: 'products_searched', props: {} })).toBe('');
  expect(lookedAt({ kind: 'order_completed', props: { title: 'Bedankt' } })).toBe('');
});
