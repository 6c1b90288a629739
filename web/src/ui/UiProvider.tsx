// Everything in the app stands in this: tokens, the parts of Mantine in use, the reader's locale, toasts.
import '@fontsource-variable/inter/wght.css';
import './mantine.css';
import './tokens.css';
import './base.css';
import './print.css';
import { MantineProvider, createTheme } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Toasts } from './feedback/Toasts';
import { type Locale, LocaleContext, defaultLocale } from './text/locale';

const theme = createTheme({
  primaryShade: 6,
  fontFamily: 'var(--font)',
  respectReducedMotion: true,
});

export interface UiProviderProps {
  // Of the company; the language is the reader's own.
  timeZone?: string;
  currency?: string;
  nonce?: string | undefined;
  children: ReactNode;
}

export function UiProvider({ timeZone, currency, nonce, children }: UiProviderProps) {
  const { i18n } = useTranslation('ui');
  const locale = useMemo<Locale>(
    () => ({
      language: i18n.language === 'en' ? 'en' : 'nl',
      timeZone: timeZone ?? defaultLocale.timeZone,
      currency: currency ?? defaultLocale.currency,
    }),
    [i18n.language, timeZone, currency],
  );
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(nonce ? { getStyleNonce: () => nonce } : {})}
    >
      <LocaleContext.Provider value={locale}>
        {children}
        <Toasts />
      </LocaleContext.Provider>
    </MantineProvider>
  );
}
