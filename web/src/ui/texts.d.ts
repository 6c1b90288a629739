import type texts from './texts/nl.json';

declare module '~/texts' {
  interface Texts {
    ui: typeof texts;
  }
}
