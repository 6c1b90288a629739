// The code of something new, made of its name: short, in the letters of an address, and of nobody else. Pure.
import { slugOf } from '~/ui/text/slug';

const longest = 40;
const room = 3; // for a number behind it

export function codeOf(name: string, taken: readonly string[]): string {
  const slug = slugOf(name);
  const begins = /^[a-z]/.test(slug) ? slug : `x-${slug}`;
  const code = begins.slice(0, longest - room).replace(/-+$/, '');
  if (!taken.includes(code)) return code;
  for (let number = 2; ; number += 1) {
    const next = `${code}-${String(number)}`;
    if (!taken.includes(next)) return next;
  }
}
