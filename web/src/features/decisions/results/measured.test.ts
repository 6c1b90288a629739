import { expect, test } from 'vitest';
import { scaleOf } from '../Interval';
import { cameOf, inOrder } from '../log/reasons';
import type { Decision, Explained, Measured } from '../wire';
import { average, costOf, rangeOf, resultsCsv, saidOf } from './measured';

const row = (change: Partial<Measured>): Measured => ({
  offer: 'ofr_1',
  name: '=Bel nu',
  decisions: 40,
  shown: 30,
  accepted: 4,
  buyers: 3,
  margin: 100,
  held_out: 12,
  held_out_buyers: 1,
  held_out_margin: 20,
  cost: 3.5,
  queue_price: 1.5,
  contact_minutes: 12,
  ...change,
});

test('of few only the range is told, and of nobody to compare with nothing', () => {
  expect(saidOf(row({}))).toEqual({ kind: 'unknown' });
  expect(saidOf(row({ added_low: -1, added_high: 4 }))).toEqual({ kind: 'range', low: -1, high: 4 });
  const told = row({ added: 2, added_low: -1, added_high: 4 });
  expect(saidOf(told)).toEqual({ kind: 'figure', value: 2, low: -1, high: 4 });
  expect(rangeOf(row({}))).toBeUndefined();
  expect([costOf(told), average(100, 0), average(100, 40)]).toEqual([5, undefined, 2.5]);
});

test('every range and zero are on the scale', () => {
  expect(scaleOf([{ low: 2, high: 5 }])).toEqual({ from: 0, to: 5 });
  expect(scaleOf([{ low: -3, high: -1 }])).toEqual({ from: -3, to: 0 });
});

test('the file has each figure as it is, and no formula', () => {
  const [head, first] = resultsCsv([row({ segment: null, buyer: true })]).split('\r\n');
  expect(head?.startsWith('offer,name,segment,buyer,phase,decisions')).toBe(true);
  expect(first?.startsWith("ofr_1,'=Bel nu,,true,,40")).toBe(true);
});

const explained = (change: Partial<Explained>): Explained => ({
  offer: 'ofr_1',
  name: '',
  probability: 0,
  drawn: false,
  ...change,
});

test('what was drawn comes first, then what brings most, then what was stopped', () => {
  const offers = [
    explained({ offer: 'stopped', gate: 'wait' }),
    explained({ offer: 'less', gain: -1 }),
    explained({ offer: 'more', gain: 3 }),
    explained({ offer: 'drawn', gain: 0, drawn: true }),
  ];
  expect(inOrder(offers).map(({ offer }) => offer)).toEqual(['drawn', 'more', 'less', 'stopped']);
});

test('what came of it is the furthest that it came', () => {
  const decision = { orders: 0, shown: 'then' } as Decision;
  expect(cameOf(decision)).toBe('shown');
  expect(cameOf({ ...decision, dismissed: 'then' })).toBe('dismissed');
  expect(cameOf({ ...decision, accepted: 'then' })).toBe('accepted');
  expect(cameOf({ ...decision, accepted: 'then', orders: 1 })).toBe('bought');
});
