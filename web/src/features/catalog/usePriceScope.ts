// For whom, where and when a price holds, in words.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { addDays } from '~/platform/period';
import { useFormats } from '~/ui/text/locale';
import { useSegments } from './api';
import type { Price } from './wire';

export function usePriceScope(): (price: Price) => string {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const channels = useChannelNames();
  const segments = useSegments();
  const lastDay = (to: string) => formats.date(addDays(formats.dayOf(to), -1));
  const firstDay = (from: string) => formats.date(formats.dayOf(from));
  return ({ channel, segment, from, to }) => {
    const parts = [
      channel ? channels.nameOf(channel) : t('price.allChannels'),
      segment ? (segments.find(({ id }) => id === segment)?.name ?? '…') : t('price.everybody'),
      from && t('price.since', { day: firstDay(from) }),
      to && t('price.until', { day: lastDay(to) }),
    ];
    return parts.filter(Boolean).join(' · ');
  };
}
