import type menu from './texts/menu.nl.json';
import type texts from './texts/nl.json';

declare module '~/texts' {
  interface Texts {
    connectors: typeof menu & typeof texts;
  }
}
