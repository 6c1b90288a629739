import { expect, test } from 'vitest';
import { formatsFor } from '~/ui/text/formats';
import { acts, needsTeam } from '../acts';
import { codeOf } from './code';
import { startLimits, startTexts } from './start';
import { stateOf } from './state';
import { daysOf, fromOf, untilOf } from './validity';

const now = Date.parse('2026-11-23T12:00:00Z');
const always = { active: true, from: null, until: null };

test('an offer is made when it is on, in its days, and at a place that is on', () => {
  const here = [{ active: true }];
  expect(stateOf(always, here, now)).toBe('running');
  expect(stateOf(always, [{ active: false }], now)).toBe('nowhere');
  expect(stateOf({ ...always, active: false }, here, now)).toBe('off');
  expect(stateOf({ ...always, until: '2026-11-23T12:00:00Z' }, here, now)).toBe('ended');
  expect(stateOf({ ...always, from: '2026-11-23T12:00:01Z' }, here, now)).toBe('planned');
});

test('days are those of the company, and the last one counts whole', () => {
  const timeZone = 'Europe/Amsterdam';
  const { dayOf } = formatsFor({ language: 'nl', timeZone, currency: 'EUR' });
  const from = fromOf('2026-03-29', timeZone);
  const until = untilOf('2026-03-29', timeZone); // the day has 23 hours
  expect([from, until]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
  expect(daysOf({ from, until }, dayOf)).toEqual({ first: '2026-03-29', last: '2026-03-29' });
  expect([fromOf('', timeZone), untilOf('', timeZone)]).toEqual([null, null]);
});

test('a code is short, begins with a letter, and is of nobody else', () => {
  expect(codeOf('Bel met een adviseur', [])).toBe('bel-met-een-adviseur');
  expect(codeOf('10 % bij de eerste', [])).toBe('x-10-bij-de-eerste');
  expect(codeOf('Chat', ['chat', 'chat-2'])).toBe('chat-3');
  expect(codeOf('Een heel lange naam voor een aanbieding in de winkel', [])).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
});

test('whatever an offer brings, it begins with words in both languages and limits', () => {
  for (const act of acts) {
    const { nl, en } = startTexts(act);
    expect([nl.title, nl.button, en.title, en.button].every(Boolean)).toBe(true);
    expect('wait_most_s' in startLimits(act) ? needsTeam(act) : true).toBe(true);
  }
});
