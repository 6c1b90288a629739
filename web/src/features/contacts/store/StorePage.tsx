// The floor of a store, for who walks on it with a phone: who asks for somebody, who is there, and what lies where.
import { IconQrcode, IconScan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '~/platform/Page';
import { Button } from '~/ui/control/Button';
import { useDesk } from '../api';
import { AtWork } from '../desk/AtWork';
import desk from '../desk/desk.module.css';
import { PresenceMenu } from '../desk/PresenceMenu';
import { ShelfDialog } from '../desk/ShelfDialog';
import { TakeDownDialog } from '../desk/TakeDownDialog';
import { Floor } from './Floor';
import classes from './store.module.css';

export default function StorePage() {
  const { t } = useTranslation('contacts');
  const { desk: now } = useDesk();
  const [dialog, setDialog] = useState<'takeDown' | 'shelf' | null>(null);
  const close = () => {
    setDialog(null);
  };
  return (
    <Page
      title={t('store.title')}
      width="full"
      actions={
        now.data && (
          <>
            <Link
              to="/store/labels"
              className={desk.toWall}
              aria-label={t('store.labels.title')}
              title={t('store.labels.title')}
            >
              <IconQrcode aria-hidden />
            </Link>
            <PresenceMenu agent={now.data.agent} />
          </>
        )
      }
    >
      <AtWork
        list={(all, openId) => (
          <div className={classes.floor}>
            <Floor desk={all} openId={openId} />
            <div className={classes.scan}>
              <Button
                look="primary"
                icon={<IconScan aria-hidden />}
                onClick={() => {
                  setDialog('shelf');
                }}
              >
                {t('store.scan')}
              </Button>
            </div>
          </div>
        )}
        onTakeDown={() => {
          setDialog('takeDown');
        }}
      />
      {dialog === 'shelf' && <ShelfDialog onClose={close} />}
      {dialog === 'takeDown' && <TakeDownDialog onClose={close} />}
    </Page>
  );
}
