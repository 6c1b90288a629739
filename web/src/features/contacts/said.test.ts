import { expect, test } from 'vitest';
import { answerSearch, fitting, groups, hasGap, joined, lastOf, type Said, stillUnsent } from './said';

const at = (number: number, second = number, sender: Said['sender'] = 'customer'): Said => ({
  number,
  sender,
  client_id: `c${number}`,
  text: String(number),
  moment: new Date(Date.UTC(2026, 0, 5, 9, 0, second)).toISOString(),
});

test('messages stand there once and in order, in whatever order they come', () => {
  const had = joined([], [at(2), at(1)]);
  expect(had.map(({ number }) => number)).toEqual([1, 2]);
  expect(joined(had, [at(2)])).toBe(had);
  expect(joined(had, [at(4), at(3), at(1)]).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(lastOf(had)).toBe(2);
  expect(hasGap(had, at(3))).toBe(false);
  expect(hasGap(had, at(4))).toBe(true);
});

test('what has arrived is no longer on its way', () => {
  const unsent = [
    { client_id: 'c1', text: '1', failed: null },
    { client_id: 'x', text: 'x', failed: 'no line' },
  ];
  expect(stillUnsent(unsent, [at(1, 1, 'agent')]).map(({ text }) => text)).toEqual(['x']);
  // The name of the other side is its own.
  expect(stillUnsent(unsent, [at(1, 1, 'customer')])).toHaveLength(2);
});

test('what one side says without a pause stands together', () => {
  const found = groups([at(1), at(2), at(3, 3, 'agent'), at(4, 4, 'agent'), at(5, 400, 'agent')]);
  expect(found.map(({ said }) => said.length)).toEqual([2, 2, 1]);
});

test('a ready answer is found by its words, and first by its name', () => {
  const answers = [
    { code: 'hours', title: 'Opening hours', text: 'Welcome from nine.' },
    { code: 'welcome', title: 'Welcome', text: 'Hello.' },
  ];
  expect(fitting(answers, 'WEL').map(({ code }) => code)).toEqual(['welcome', 'hours']);
  expect(fitting(answers, 'hours nine')).toHaveLength(1);
  expect(fitting(answers, '')).toHaveLength(2);
});

test('a slash at the start asks for ready answers', () => {
  expect(answerSearch('/')).toBe('');
  expect(answerSearch('/opening hours')).toBe('opening hours');
  expect(answerSearch('and/or')).toBeNull();
  expect(answerSearch('/one\ntwo')).toBeNull();
});
