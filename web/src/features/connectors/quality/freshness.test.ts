import { expect, test } from 'vitest';
import { isFirstOfChannel, newestFirst } from './freshness';

const row = (channel: string, source: string, hour: string) => ({
  channel,
  source,
  events: 1,
  last_received: `2026-03-01T${hour}:00:00Z`,
  last_ts: `2026-03-01T${hour}:00:00Z`,
});

test('the rate of a channel with several sources is told once, on the row that came in last', () => {
  const rows = newestFirst([row('web', 'site', '09'), row('till', 'pos', '10'), row('web', 'server', '11')]);
  const first = rows.filter((one) => isFirstOfChannel(one, rows));
  expect(first.map(({ channel, source }) => `${channel} ${source}`)).toEqual(['web server', 'till pos']);
});
