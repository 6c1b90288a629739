// A share in words: of few people the interval stands for it, since a bare percentage would say more than is known.
import { useTranslation } from 'react-i18next';
import { useFormats } from '~/ui/text/locale';

export const fewest = 30;

interface Share {
  share: number;
  low: number;
  high: number;
}

export function useShare(): (share: Share, n: number) => string {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  return ({ share, low, high }, n) => {
    const between = t('between', { low: formats.percent(low), high: formats.percent(high) });
    return n < fewest ? t('few', { between, number: formats.number(n) }) : `${formats.percent(share)} (${between})`;
  };
}
