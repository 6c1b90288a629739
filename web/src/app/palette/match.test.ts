import { expect, test } from 'vitest';
import { score, wordsOf } from './match';

const rank = (typed: string, ...labels: string[]) =>
  labels
    .map((label) => ({ label, points: score(wordsOf(typed), label) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ label }) => label);

test('every word typed must be there, in any order, accents and capitals aside', () => {
  expect(rank('kanaal NIEUW', 'Nieuw kanaal', 'Kanaal')).toEqual(['Nieuw kanaal']);
  expect(rank('orient', 'Oriëntatie')).toEqual(['Oriëntatie']);
});

test('a text that begins with it comes before one that holds it', () => {
  expect(rank('ken', 'Tekenen', 'Kentekens', 'Alle kengetallen')).toEqual([
    'Kentekens',
    'Alle kengetallen',
    'Tekenen',
  ]);
});

test('other words find it too, but later', () => {
  expect(score(wordsOf('theme'), 'Dark colours', 'theme')).toBe(2);
  expect(score(wordsOf('theme'), 'Dark colours')).toBe(0);
});
