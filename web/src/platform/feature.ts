// What a feature tells the shell of itself. app/features.ts lists them all.
import type { AnyRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Action } from './actions';
import type { Topics } from './live';
import type { Role } from './session';

export type Area = 'plan' | 'sell' | 'measure' | 'improve';

export interface MenuItem {
  to: string; // '/channels'
  label: () => string; // from the texts of the feature
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  keys?: string; // 'g c'
  roles?: readonly Role[]; // all, unless it says so
}

// Something the palette found: a channel, a user.
export interface Found {
  id: string;
  label: string;
  hint?: string;
  to: string;
}

export interface Feature {
  area: Area | null; // null: apart from the areas
  menu: readonly MenuItem[];
  settings?: readonly MenuItem[]; // pages of settings
  routes: readonly AnyRoute[];
  actions: (go: (to: string) => void) => readonly Action[];
  // Looks things up for the palette; `text` has at least two characters.
  find?: (text: string, signal: AbortSignal) => Promise<readonly Found[]>;
  live?: Topics;
}
