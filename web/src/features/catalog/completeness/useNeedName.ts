// What a channel needs, in words: "title:nl" is the title in Dutch.
import { useTranslation } from 'react-i18next';
import { useLanguages } from '../content/languages';

export const things = ['title', 'description', 'picture', 'category', 'price', 'gtin', 'cost'] as const;
export type Thing = (typeof things)[number];

export const isText = (thing: Thing) => thing === 'title' || thing === 'description';

export function useNeedName(): (need: string) => string {
  const { t } = useTranslation('catalog');
  const { nameOf } = useLanguages();
  return (need) => {
    const [thing = '', language] = need.split(':');
    const name = t(`things.${thing as Thing}`);
    return language ? t('complete.inLanguage', { name, language: nameOf(language) }) : name;
  };
}
