// What somebody looked at or for in a moment on a website, by what their tracker told of it. Pure.
import type { Moment } from '../wire';

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

// Without its query, which may hold more than a page.
function pathOf(address: string): string {
  try {
    return new URL(address, 'https://any.invalid').pathname;
  } catch {
    return '';
  }
}

export function lookedAt({ kind, props }: Pick<Moment, 'kind' | 'props'>): string {
  const told = (typeof props === 'object' && props !== null ? props : {}) as Record<string, unknown>;
  if (kind === 'products_searched') {
    const query = words(told['query']);
    return query && `“${query}”`;
  }
  if (kind !== 'page_viewed') return '';
  const path = words(told['path']) || words(told['page']) || words(told['url']);
  return words(told['title']) || words(told['name']) || (path && pathOf(path));
}
