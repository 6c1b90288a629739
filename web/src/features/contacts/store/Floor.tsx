// Who asks for somebody in this store, offers first; and who else is there and agreed that one knows.
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { Rows } from '../desk/ListPane';
import { duration, useClock } from '../time';
import type { Desk, Stay } from '../wire';
import classes from './store.module.css';

export const useStays = () => queries.useQuery('get', '/api/v1/contacts/stays', {});

interface FloorProps {
  desk: Desk;
  openId: string | undefined;
}

export function Floor({ desk: { held, waiting }, openId }: FloorProps) {
  const { t } = useTranslation('contacts');
  const now = useClock();
  // Whose time is over is gone, also before the server has said so.
  const stays = useStays().data?.items.filter(({ ends }) => Date.parse(ends) > now) ?? [];
  return (
    <section className={classes.lists} aria-label={t('store.title')}>
      <Rows contacts={held} list="mine" openId={openId} />
      {waiting.length > 0 && (
        <Section title={t('lists.waiting')}>
          <Rows contacts={waiting} list="waiting" openId={openId} />
        </Section>
      )}
      <Section title={t('store.here')}>
        {stays.length === 0 && <p className={classes.quiet}>{t('store.nobody')}</p>}
        <ul className={classes.stays}>
          {stays.map((stay) => (
            <StayLine key={stay.id} stay={stay} now={now} />
          ))}
        </ul>
      </Section>
    </section>
  );
}

function StayLine({ stay: { shelf, product, sku, since, ends, contact_id: contact }, now }: { stay: Stay; now: number }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  return (
    <li>
      <IconMapPin aria-hidden />
      <span className={classes.where}>
        <strong dir="auto">{product || t('store.looks')}</strong>
        <small dir="auto">
          {[shelf && t('store.shelf', { shelf }), sku, t('store.until', { time: formats.time(ends) })]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {contact && <Tag tone="accent">{t('store.asks')}</Tag>}
      </span>
      <time title={t('store.since')}>{duration(now - Date.parse(since))}</time>
    </li>
  );
}
