// Two letters that stand for a name, and a hue that stays with it.
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words[words.length - 1]) : '';
  return (first + last).toLocaleUpperCase() || '?';
}

export function hueOf(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 6;
  return hash + 1;
}

const firstLetter = (word: string | undefined): string =>
  /\p{L}|\p{N}/u.exec(word ?? '')?.[0] ?? '';
