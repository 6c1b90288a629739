// How fresh the figures are, and whether anything comes in just now.
import { useTranslation } from 'react-i18next';
import { useFormats } from '~/ui/text/locale';
import { useLive } from './useLive';
import classes from './results.module.css';

export function Fresh({ asOf }: { asOf: string | null | undefined }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const now = useLive();
  if (now > 0) {
    return (
      <span className={classes.fresh} data-live>
        <i aria-hidden />
        {t('live', { count: now, number: formats.number(now) })}
      </span>
    );
  }
  if (!asOf) return null;
  return (
    <span className={classes.fresh} title={t('about.lateText')}>
      {t('asOf', { moment: formats.dateTime(asOf) })}
    </span>
  );
}
