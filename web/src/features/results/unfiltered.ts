// What a card says beside its note when it shows more than was asked for: which filters it leaves aside, and in which
// currency its amounts are.
import { useTranslation } from 'react-i18next';
import { useFormats } from '~/ui/text/locale';
import { chosenIn, type FilterName } from './search';
import type { Results } from './useResults';

export function useUnfilteredNote({ view, currency }: Results, heeds: readonly FilterName[] = []) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const aside = chosenIn(view).filter((name) => !heeds.includes(name));
  return (note: string, shownIn?: string): string => {
    const parts = [note];
    if (aside.length > 0) {
      const fields = aside.map((name) => t(`filters.${name}`).toLocaleLowerCase());
      parts.push(t('unfiltered', { fields: formats.list(fields) }));
    }
    if (shownIn && currency.chosen && shownIn !== currency.chosen) {
      parts.push(t('inCurrency', { currency: shownIn }));
    }
    return parts.join(' · ');
  };
}
