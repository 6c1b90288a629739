// Languages. Texts stand in texts/nl.json and texts/en.json of ui/, platform/, app/ and every feature; each
// is a namespace with the name of its folder. What the menu and the palette say of a feature stands in its
// menu.nl.json and travels with the shell in one chunk a language; the rest comes with the first of its screens.
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

type Content = Record<string, unknown>;
type Loaders = Record<string, () => Promise<Content>>;

const shell = import.meta.glob<Content>(['../*/texts/*.json', '../features/*/texts/menu.*.json'], {
  import: 'default',
});
const screens = import.meta.glob<Content>(['../features/*/texts/nl.json', '../features/*/texts/en.json'], {
  import: 'default',
});

const namespaceOf = (file: string) => file.split('/').at(-3) ?? '';
const startLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'nl');

let begun: () => void;
const started = new Promise<void>((done) => {
  begun = done;
});

// What was asked for, perhaps before i18next has begun.
const had = new Map<string, Promise<void>>();

function add(loaders: Loaders, language: Language, isWanted: (namespace: string) => boolean): Promise<unknown> {
  const files = Object.entries(loaders).filter(
    ([file]) => file.endsWith(`${language}.json`) && isWanted(namespaceOf(file)),
  );
  return Promise.all(
    files.map(([file, load]) => {
      const coming = had.get(file) ?? addOne(file, language, load);
      had.set(file, coming);
      return coming;
    }),
  );
}

async function addOne(file: string, language: Language, load: Loaders[string]): Promise<void> {
  try {
    const texts = await load();
    await started;
    i18next.addResourceBundle(language, namespaceOf(file), texts, true);
  } catch (error) {
    had.delete(file); // the next who asks tries again
    throw error;
  }
}

// The features whose screens were asked for.
const wanted = new Set<string>();

export async function textsOf(feature: keyof Texts): Promise<void> {
  wanted.add(feature);
  const language = i18next.isInitialized ? currentLanguage() : startLanguage();
  await add(screens, language, (namespace) => namespace === feature);
}

const load = (language: Language) =>
  Promise.all([add(shell, language, () => true), add(screens, language, (namespace) => wanted.has(namespace))]);

const storageKey = 'sluis.language';

export async function startTexts(): Promise<void> {
  const language = startLanguage();
  const none: Resource = {};
  const coming = load(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: languages,
    fallbackLng: false,
    resources: none,
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  begun();
  await coming;
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
