import { expect, test } from 'vitest';
import type { Coverage } from '../wire';
import { facts, identities, knownBy, rowsOf } from './coverage';

const part = (channel: string, aspect: Coverage['aspect'], name: string, events: number): Coverage => ({
  channel,
  aspect,
  name,
  events,
  last_ts: '2026-11-22T10:00:00Z',
});

const coverage = [
  part('shop', 'kind', 'page_viewed', 30),
  part('shop', 'kind', 'order_completed', 10),
  part('shop', 'identity', 'email', 20),
  part('shop', 'fact', 'revenue', 10),
  part('phone', 'kind', 'call_answered', 100),
  part('phone', 'identity', 'phone', 100),
  part('phone', 'fact', 'identity', 100),
];

test('shares are of all events of a channel, and the largest channel comes first', () => {
  const rows = rowsOf(coverage);
  expect(rows.map(({ channel }) => channel)).toEqual(['phone', 'shop']);
  expect(rows[1]?.events).toBe(40);
  expect(rows[1]?.shares.get('email')).toBe(0.5);
  expect(rows[1]?.shares.get('revenue')).toBe(0.25);
  expect(rows[1]?.kinds[0]?.kind).toBe('page_viewed');
});

test('what no channel knows has no column', () => {
  const rows = rowsOf(coverage);
  expect(knownBy(rows, identities)).toEqual(['email', 'phone']);
  expect(knownBy(rows, facts)).toEqual(['revenue']);
});
