// Says quietly that the line is down, that edits wait, and that it is up again. Nothing while all is well.
import { IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ConnectionBar.module.css';

export type Connection = 'live' | 'lost' | 'back';

export interface ConnectionBarProps {
  state: Connection;
  // Edits that wait to be sent.
  waiting?: number;
}

export function ConnectionBar({ state, waiting = 0 }: ConnectionBarProps) {
  const { t } = useTranslation('ui');
  return (
    <div role="status">
      {state === 'lost' && (
        <div className={`${classes.bar} ${classes.lost}`}>
          <IconPlugConnectedX aria-hidden />
          {waiting > 0 ? t('connection.lostWaiting', { count: waiting }) : t('connection.lost')}
        </div>
      )}
      {state === 'back' && (
        <div className={`${classes.bar} ${classes.back}`}>
          <IconCircleCheck aria-hidden />
          {t('connection.back')}
        </div>
      )}
    </div>
  );
}
