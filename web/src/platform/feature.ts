// What a feature tells the shell of itself. app/features.ts lists them all.
import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Action } from './actions';

export type Area = 'plan' | 'sell' | 'measure' | 'improve';

export interface MenuItem {
  to: string; // '/channels'
  label: () => string; // from the texts of the feature
  icon: ComponentType<{ size?: number; stroke?: number }>;
  keys: string; // 'g c'
}

// Something the palette found: a channel, a user.
export interface Found {
  id: string;
  label: string;
  hint?: string;
  to: string;
}

export interface Feature {
  area: Area | null; // null: not in an area
  menu: readonly MenuItem[];
  routes: readonly AnyRoute[];
  actions: readonly Action[];
  // Looks things up for the palette; `text` has at least two characters.
  find?: (text: string, signal: AbortSignal) => Promise<readonly Found[]>;
  // Topics of live facts and the query keys that they make old.
  live?: Readonly<Record<string, readonly (readonly string[])[]>>;
}
