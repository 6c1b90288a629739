// The desk: what waits, the conversation, and the customer, beside each other; on a phone one at a time.
import { IconCalendarEvent, IconDeviceDesktopAnalytics, IconPencilPlus, IconScan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '~/platform/Page';
import { Button, IconButton } from '~/ui/control/Button';
import { usePhone } from '~/ui/layout/usePhone';
import { useDesk } from '../api';
import { useDeskSearch } from '../search';
import { AtWork } from './AtWork';
import classes from './desk.module.css';
import { ListPane } from './ListPane';
import { PresenceMenu } from './PresenceMenu';
import { ShelfDialog } from './ShelfDialog';
import { TakeDownDialog } from './TakeDownDialog';

export default function DeskPage() {
  const { t } = useTranslation('contacts');
  const { desk } = useDesk();
  const { search } = useDeskSearch();
  const [dialog, setDialog] = useState<'takeDown' | 'shelf' | null>(null);
  const phone = usePhone();
  const close = () => {
    setDialog(null);
  };
  const write = () => {
    setDialog('takeDown');
  };
  return (
    <Page
      title={t('title')}
      width="full"
      actions={
        desk.data && (
          <>
            {phone ? (
              <IconButton
                label={t('shelf')}
                onClick={() => {
                  setDialog('shelf');
                }}
              >
                <IconScan aria-hidden />
              </IconButton>
            ) : (
              <Link to="/desk/wall" className={classes.toWall} aria-label={t('wall.title')} title={t('wall.title')}>
                <IconDeviceDesktopAnalytics aria-hidden />
              </Link>
            )}
            <Link
              to="/appointments"
              className={classes.toWall}
              aria-label={t('appointments.title')}
              title={t('appointments.title')}
            >
              <IconCalendarEvent aria-hidden />
            </Link>
            {phone ? (
              <IconButton label={t('takeDown.action')} onClick={write}>
                <IconPencilPlus aria-hidden />
              </IconButton>
            ) : (
              <Button icon={<IconPencilPlus aria-hidden />} onClick={write}>
                {t('takeDown.action')}
              </Button>
            )}
            <PresenceMenu agent={desk.data.agent} />
          </>
        )
      }
    >
      <AtWork
        list={(now, openId) => {
          const busy = now.held.length > 0 || now.waiting.length === 0;
          return <ListPane desk={now} list={search.list ?? (busy ? 'mine' : 'waiting')} openId={openId} />;
        }}
        onTakeDown={write}
      />
      {dialog === 'takeDown' && <TakeDownDialog onClose={close} />}
      {dialog === 'shelf' && <ShelfDialog onClose={close} />}
    </Page>
  );
}
