import type texts from './texts/nl.json';

declare module '~/texts' {
  interface Texts {
    orders: typeof texts;
  }
}
