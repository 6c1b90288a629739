import type menu from './texts/menu.nl.json';
import type texts from './texts/nl.json';

declare module '~/texts' {
  interface Texts {
    voice: typeof menu & typeof texts;
  }
}
