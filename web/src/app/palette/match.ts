// How well a text answers what was typed: every word typed must begin a word or stand in one.
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();

export const wordsOf = (typed: string) => fold(typed).split(/\s+/).filter(Boolean);

// 0: no match; higher is better.
export function score(words: readonly string[], label: string, more = ''): number {
  const title = fold(label);
  const rest = fold(more);
  let total = 1;
  for (const word of words) {
    if (title.startsWith(word)) total += 4;
    else if (title.includes(` ${word}`)) total += 3;
    else if (title.includes(word)) total += 2;
    else if (rest.includes(word)) total += 1;
    else return 0;
  }
  return total;
}
