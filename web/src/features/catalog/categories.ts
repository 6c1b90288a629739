// Categories are paths from coarse to fine: 'Clothing / Shirts'. Pure.
const divider = ' / ';

// These and those above them, in order.
export function withParents(categories: readonly string[]): string[] {
  const all = categories.flatMap((category) => {
    const parts = category.split(divider);
    return parts.map((_, last) => parts.slice(0, last + 1).join(divider));
  });
  return [...new Set(all)].sort();
}
