import type texts from './texts/nl.json';

declare module '~/texts' {
  interface Texts {
    journeys: typeof texts;
  }
}
