// What is compared, when it is a contradiction, and what each amount is made of.
import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/overlay/Dialog';
import type { Standing } from './wire';
import classes from './conflicts.module.css';

export function RulesDialog({ standing, onClose }: { standing: Standing; onClose: () => void }) {
  const { t } = useTranslation('conflicts');
  return (
    <Dialog open title={t('rules.title')} width={680} onClose={onClose}>
      <dl className={classes.rules}>
        {standing.rules.map(({ kind, compares, formula }) => (
          <div key={kind}>
            <dt>{t(`kinds.${kind}`)}</dt>
            <dd>{compares}</dd>
            <dd>
              <b>{t('fields.stake')}:</b> {formula}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.quiet}>{t('rules.note')}</p>
    </Dialog>
  );
}
