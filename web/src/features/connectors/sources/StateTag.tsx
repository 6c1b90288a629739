// How a source is doing, as a tag.
import { useTranslation } from 'react-i18next';
import { Tag } from '~/ui/control/Tag';
import type { Source } from '../wire';
import { doing, doingTones } from './state';

export function StateTag({ source }: { source: Source }) {
  const { t } = useTranslation('connectors');
  const state = doing(source);
  return (
    <Tag tone={doingTones[state]} dot>
      {t(`doing.${state}`)}
    </Tag>
  );
}
