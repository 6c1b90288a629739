// What of the screens stands in the URL.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { GridView } from '~/ui/grid/types';
import { type Act, acts } from './acts';
import type { ReservationState } from './wire';

export const tabs = ['levels', 'movements', 'reservations', 'incoming', 'alerts', 'drift', 'locations'] as const;
export type Tab = (typeof tabs)[number];

export const figures = ['free', 'on_hand', 'reserved'] as const;
export type Figure = (typeof figures)[number];

export const states: readonly ReservationState[] = [
  'held',
  'waiting',
  'fulfilled',
  'released',
  'expired',
  'broken',
];

export const incomingStates = ['expected', 'closed', 'all'] as const;
export type IncomingFilter = (typeof incomingStates)[number];

export interface StockSearch {
  tab?: Tab;
  saved?: string;
  view?: Partial<GridView>;
  // What the cells of the matrix say.
  figure?: Figure;
  // The open variant, and the channel for which is told what is free.
  open?: string;
  channel?: string;
  // What is being written down.
  act?: Act;
  // The open location, or 'new'.
  location?: string;
  // Which reservations are shown; held ones, unless it says so.
  state?: ReservationState | 'all';
  // Which deliveries are shown; expected ones, unless it says so.
  incoming?: IncomingFilter;
  // The open delivery, or 'new'; and whether its pieces are arriving.
  delivery?: string;
  arrives?: boolean;
  // Some of it is promised to somebody who will wait.
  promises?: boolean;
}

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value =>
  values.includes(value as Value);

export function readSearch(search: Record<string, unknown>): StockSearch {
  const { tab, saved, view, figure, open, channel, act, location, state, incoming, delivery, arrives, promises } =
    search;
  return {
    ...(oneOf(tabs, tab) && tab !== 'levels' ? { tab } : {}),
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof view === 'object' && view !== null ? { view } : {}),
    ...(oneOf(figures, figure) && figure !== 'free' ? { figure } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
    ...(oneOf(acts, act) ? { act } : {}),
    ...(typeof location === 'string' ? { location } : {}),
    ...(oneOf([...states, 'all'] as const, state) && state !== 'held' ? { state } : {}),
    ...(oneOf(incomingStates, incoming) && incoming !== 'expected' ? { incoming } : {}),
    ...(typeof delivery === 'string' ? { delivery } : {}),
    ...(arrives === true ? { arrives } : {}),
    ...(promises === true ? { promises } : {}),
  };
}

export function useStockSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    show: (change: Partial<Record<keyof StockSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/stock',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      }),
  };
}

// Where is counted.
export interface CountSearch {
  location?: string;
}

export const readCountSearch = ({ location }: Record<string, unknown>): CountSearch =>
  typeof location === 'string' ? { location } : {};
