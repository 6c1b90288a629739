// Languages. Texts stand in texts/nl.json and texts/en.json of ui/, platform/, app/ and every feature; each
// is a namespace with the name of its folder. All texts of one language travel in one chunk.
import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'nl' | 'en';
export const languages: readonly Language[] = ['nl', 'en'];

// Each folder with texts adds its own, so that keys are checked:
//   import type channels from './texts/nl.json';
//   declare module '~/texts' { interface Texts { channels: typeof channels } }
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Texts {}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Texts;
    returnNull: false;
    enableSelector: false;
  }
}

const loaders = import.meta.glob<Record<string, unknown>>(
  ['../*/texts/*.json', '../features/*/texts/*.json'],
  { import: 'default' },
);

// Adds the texts of a language, if they are not there yet.
async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'app')) return;
  const files = Object.entries(loaders).filter(([file]) => file.endsWith(`/${language}.json`));
  await Promise.all(
    files.map(async ([file, texts]) => {
      const namespace = file.split('/').at(-3) ?? '';
      i18next.addResourceBundle(language, namespace, await texts());
    }),
  );
}

const storageKey = 'sluis.language';

export async function startTexts(): Promise<void> {
  const language: Language = document.documentElement.lang === 'en' ? 'en' : 'nl';
  const none: Resource = {};
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: languages,
    fallbackLng: false,
    resources: none,
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  await load(language);
}

export async function setLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still shows the language until it closes.
  }
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'nl');
