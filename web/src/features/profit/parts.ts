// What the parts of a cut are called.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { useScopeSegments } from '~/platform/scope/api';
import { useFormats } from '~/ui/text/locale';
import type { Cut } from './search';

export function useParts(by: Cut) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const names = useChannelNames();
  const { data: segments } = useScopeSegments();
  const nameOf = (key: string): string => {
    if (key === '') return t(`parts.none.${by === 'country' || by === 'partner' ? by : 'other'}`);
    if (by === 'channel') return names.nameOf(key);
    if (by === 'segment') return segments?.items.find(({ id }) => id === key)?.name ?? key;
    if (by === 'week' || by === 'month') return formats.date(key);
    return key;
  };
  return { nameOf, seriesOf: names.seriesOf };
}
