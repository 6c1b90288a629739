// How a figure changed. Of too few orders it says so instead of a percentage.
import { useTranslation } from 'react-i18next';
import { Delta } from '~/ui/chart/Delta';
import { useFormats } from '~/ui/text/locale';
import { type Change, fewest, type KpiCode } from './figures';
import { lessIsBetter } from './words';
import classes from './results.module.css';

export function ChangeShown({ change, kpi }: { change: Change; kpi: KpiCode }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  switch (change.is) {
    case 'none':
      return null;
    case 'few':
      return (
        <span className={classes.few} title={t('fewWhy', { fewest: formats.number(fewest) })}>
          {t('few', { number: formats.number(change.orders) })}
        </span>
      );
    case 'share':
      return <Delta share={change.share} lessIsBetter={lessIsBetter(kpi)} />;
  }
}
