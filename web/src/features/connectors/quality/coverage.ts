// Which channel knows what: how many of its events carry each identity and each fact. Pure.
import type { Coverage } from '../wire';

export const identities = [
  'email',
  'phone',
  'user',
  'card',
  'device',
  'marketplace',
  'session_code',
] as const;
export const facts = [
  'product',
  'quantity',
  'revenue',
  'cost',
  'order',
  'campaign',
  'duration',
  'properties',
] as const;

export type Known = (typeof identities)[number] | (typeof facts)[number];

export interface ChannelRow {
  channel: string;
  events: number;
  // The share of its events that carry it, between 0 and 1.
  shares: ReadonlyMap<Known, number>;
  // Its kinds of events, those with most events first.
  kinds: readonly { kind: string; events: number }[];
}

const isKnown = (name: string): name is Known =>
  [...identities, ...facts].some((known) => known === name);

export function rowsOf(coverage: readonly Coverage[]): ChannelRow[] {
  const byChannel = new Map<string, Coverage[]>();
  for (const part of coverage) {
    byChannel.set(part.channel, [...(byChannel.get(part.channel) ?? []), part]);
  }
  return [...byChannel]
    .map(([channel, parts]) => {
      const kinds = parts
        .filter(({ aspect }) => aspect === 'kind')
        .map(({ name, events }) => ({ kind: name, events }))
        .sort((a, b) => b.events - a.events);
      const events = kinds.reduce((sum, one) => sum + one.events, 0);
      const shares = new Map<Known, number>();
      for (const { aspect, name, events: those } of parts) {
        if (aspect !== 'kind' && isKnown(name)) shares.set(name, events > 0 ? those / events : 0);
      }
      return { channel, events, shares, kinds };
    })
    .sort((a, b) => b.events - a.events);
}

// What at least one channel knows; what nobody knows would be an empty column.
export const knownBy = (rows: readonly ChannelRow[], names: readonly Known[]): Known[] =>
  names.filter((name) => rows.some(({ shares }) => shares.has(name)));
