// While everything is off, every screen of offers and decisions says so.
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { useSettings } from '../api';
import classes from '../decisions.module.css';
import { useSaveSetting } from './useSaveSetting';

export function AllOff({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  const { data: settings } = useSettings();
  const save = useSaveSetting();
  if (!settings || settings.active) return null;
  const told = (on: boolean) => t(on ? 'on' : 'off');
  return (
    <div className={classes.banner}>
      <Notice tone="warn">
        <div className={classes.bannerLine}>
          <span>{t('settings.allOff')}</span>
          {may && (
            <Button onClick={() => void save('active', true, false, told, t('settings.wasSwitchedOn'))}>
              {t('settings.switchOn')}
            </Button>
          )}
        </div>
      </Notice>
    </div>
  );
}
