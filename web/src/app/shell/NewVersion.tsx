// Says that the server has been upgraded since this tab was opened.
import { useTranslation } from 'react-i18next';
import { useStore } from '~/platform/store';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { stale } from '../version';
import classes from './NewVersion.module.css';

// Asks, and waits: what is being typed stays until the person says so.
export function NewVersion() {
  const { t } = useTranslation();
  if (!useStore(stale)) return null;
  return (
    <div className={classes.bar}>
      <Notice>
        <div className={classes.row}>
          <span>{t('stale.text')}</span>
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('stale.reload')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
