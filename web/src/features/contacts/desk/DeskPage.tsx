// The desk: what waits, the conversation, and the customer, beside each other; on a phone one at a time.
import { useQueryClient } from '@tanstack/react-query';
import { IconCalendarEvent, IconDeviceDesktopAnalytics, IconHeadset, IconPencilPlus, IconScan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '~/platform/actions';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { managing, mayDo, useMe } from '~/platform/session';
import { useStore } from '~/platform/store';
import { Button, IconButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { usePhone } from '~/ui/layout/usePhone';
import { acts, useContact, useDesk } from '../api';
import { openDeskLine, rung } from '../deskLine';
import { type ListName, lists, useDeskSearch } from '../search';
import { useAct } from '../useAct';
import { takeCalls } from '../voice';
import type { Desk } from '../wire';
import { Conversation } from './Conversation';
import { CustomerPane } from '../customer/CustomerPane';
import classes from './desk.module.css';
import { ListPane } from './ListPane';
import { PresenceMenu } from './PresenceMenu';
import { ShelfDialog } from './ShelfDialog';
import { TakeDownDialog } from './TakeDownDialog';
import { VoiceBar } from './VoiceBar';

export default function DeskPage() {
  const { t } = useTranslation('contacts');
  const { agents, isAgent, desk } = useDesk();
  const me = useMe();
  const cache = useQueryClient();
  const [dialog, setDialog] = useState<'takeDown' | 'shelf' | null>(null);
  useEffect(() => {
    if (!isAgent) return;
    openDeskLine(cache);
    return takeCalls(cache);
  }, [isAgent, cache]);
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
      {isAgent === false ? (
        <EmptyState icon={<IconHeadset />} title={t('noAgent')} text={t('noAgentText')}>
          {mayDo(me, managing) && <Link to="/settings/teams">{t('toTeams')}</Link>}
        </EmptyState>
      ) : (
        <Loaded query={agents.data ? desk : agents} lines={10}>
          {() =>
            desk.data && (
              <>
                <VoiceBar desk={desk.data} />
                <Panes desk={desk.data} onTakeDown={write} />
              </>
            )
          }
        </Loaded>
      )}
      {dialog === 'takeDown' && <TakeDownDialog onClose={close} />}
      {dialog === 'shelf' && <ShelfDialog onClose={close} />}
    </Page>
  );
}

interface PanesProps {
  desk: Desk;
  onTakeDown: () => void;
}

function Panes({ desk, onTakeDown }: PanesProps) {
  const { search, show } = useDeskSearch();
  const phone = usePhone();
  useDeskKeys(desk, onTakeDown);
  useRung();
  const open = search.open ?? (phone ? undefined : desk.held[0]?.id);
  const list = search.list ?? (desk.held.length > 0 || desk.waiting.length === 0 ? 'mine' : 'waiting');
  const contact = useContact(open ?? '');
  const shows = {
    list: !phone || !open,
    talk: !phone || (open !== undefined && !search.pane),
    customer: !phone || (open !== undefined && search.pane === 'customer'),
  };
  return (
    <div className={classes.desk}>
      {shows.list && <ListPane desk={desk} list={list} openId={open} />}
      {shows.talk && <Conversation key={open} desk={desk} contact={open ? contact : null} />}
      {shows.customer && (
        <CustomerPane
          key={contact.data?.customer ?? open}
          contact={contact.data}
          onBack={
            phone
              ? () => {
                  show({ pane: undefined });
                }
              : undefined
          }
        />
      )}
    </div>
  );
}

// Somebody's telephone rings: their customer stands there before they say hello.
function useRung() {
  const id = useStore(rung);
  const { show } = useDeskSearch();
  useEffect(() => {
    if (id === null) return;
    rung.set(null);
    show({ open: id, list: 'mine' });
  }, [id, show]);
}

function useDeskKeys({ held }: Desk, onTakeDown: () => void) {
  const { t } = useTranslation('contacts');
  const { search, show } = useDeskSearch();
  const { act } = useAct();
  const offer = held.find(({ state }) => state === 'offered');
  const step = (by: 1 | -1) => {
    const at = held.findIndex(({ id }) => id === search.open);
    const next = held[(at + by + held.length) % held.length];
    if (next) show({ open: next.id, list: 'mine' });
  };
  const tab = (list: ListName, index: number) => ({
    id: `desk.${list}`,
    label: () => t(`lists.${list}`),
    group: 'go' as const,
    keys: String(index + 1),
    run: () => {
      show({ list });
    },
  });
  useActions([
    ...lists.map(tab),
    {
      id: 'desk.accept',
      label: () => t('accept'),
      group: 'do',
      keys: 'alt+a',
      run: () => {
        if (!offer) return;
        show({ open: offer.id, list: 'mine' });
        void act(() => acts.accept(offer.id));
      },
    },
    {
      id: 'desk.decline',
      label: () => t('decline'),
      group: 'do',
      keys: 'alt+x',
      run: () => {
        if (offer) void act(() => acts.decline(offer.id));
      },
    },
    {
      id: 'desk.next',
      label: () => t('keys.next'),
      group: 'go',
      keys: 'alt+ArrowDown',
      run: () => {
        step(1);
      },
    },
    {
      id: 'desk.previous',
      label: () => t('keys.previous'),
      group: 'go',
      keys: 'alt+ArrowUp',
      run: () => {
        step(-1);
      },
    },
    {
      id: 'desk.takeDown',
      label: () => t('takeDown.action'),
      group: 'do',
      keys: 'alt+n',
      run: onTakeDown,
    },
  ]);
}
