// What a card says beside its note when it shows more than was asked for: customers and their paths are not told
// apart by what is filtered, and their amounts are in one currency.
import { useTranslation } from 'react-i18next';
import { isFiltered } from './search';
import type { Results } from './useResults';

export function useUnfilteredNote({ view, currency }: Results) {
  const { t } = useTranslation('results');
  return (note: string, shownIn?: string): string => {
    const parts = [note];
    if (isFiltered(view)) parts.push(t('unfiltered'));
    if (shownIn && currency.chosen && shownIn !== currency.chosen) {
      parts.push(t('inCurrency', { currency: shownIn }));
    }
    return parts.join(' · ');
  };
}
