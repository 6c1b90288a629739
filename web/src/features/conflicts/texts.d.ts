import type menu from './texts/menu.nl.json';
import type texts from './texts/nl.json';

declare module '~/texts' {
  interface Texts {
    conflicts: typeof menu & typeof texts;
  }
}
