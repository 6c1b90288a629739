// Where in the store the customer stands, as long as one may know.
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '~/ui/text/locale';
import type { Contact } from '../wire';
import classes from './store.module.css';

export function StandsAt({ at: { shelf, product, ends } }: { at: NonNullable<Contact['stands_at']> }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const where = [shelf && t('store.shelf', { shelf }), product].filter(Boolean).join(' · ');
  return (
    <p className={classes.standsAt} role="status">
      <IconMapPin aria-hidden />
      <span>
        <strong dir="auto">{where || t('store.inStore')}</strong>{' '}
        <small>{t('store.until', { time: formats.time(ends) })}</small>
      </span>
    </p>
  );
}
