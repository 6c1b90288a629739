// The freshness of channels and sources, in the order in which a screen tells it. Pure.
import type { Freshness } from '../wire';

// Those from which something came last stand first.
export const newestFirst = (rows: readonly Freshness[]): Freshness[] =>
  rows.toSorted((a, b) => b.last_received.localeCompare(a.last_received));

// Which row tells what is known of a channel as a whole: its first.
export const isFirstOfChannel = (row: Freshness, rows: readonly Freshness[]): boolean =>
  rows.find(({ channel }) => channel === row.channel) === row;
