// The reader's language, zone and currency, for everything that shows a number or a date.
import { createContext, useContext } from 'react';
import type { Language } from '~/texts';
import { type Formats, formatsFor } from './formats';

export interface Locale {
  language: Language;
  timeZone: string;
  currency: string;
}

export const defaultLocale: Locale = {
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  currency: 'EUR',
};

export const LocaleContext = createContext<Locale>(defaultLocale);

export const useLocale = (): Locale => useContext(LocaleContext);

export function useFormats(): Formats {
  return formatsFor(useLocale());
}
