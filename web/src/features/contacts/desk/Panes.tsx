// What waits, the conversation, and the customer, beside each other; on a phone one at a time. What stands before the
// conversation is up to the page: the list of the desk, or the floor of a store.
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '~/platform/actions';
import { useStore } from '~/platform/store';
import { usePhone } from '~/ui/layout/usePhone';
import { acts, useContact } from '../api';
import { CustomerPane } from '../customer/CustomerPane';
import { rung } from '../deskLine';
import { ShownPage } from '../page/ShownPage';
import { shownPages } from '../page/shownPage';
import { type ListName, lists, useDeskSearch } from '../search';
import { useAct } from '../useAct';
import type { Desk } from '../wire';
import { Conversation } from './Conversation';
import classes from './desk.module.css';

interface PanesProps {
  desk: Desk;
  list: (openId: string | undefined) => ReactNode;
  onTakeDown: () => void;
}

export function Panes({ desk, list, onTakeDown }: PanesProps) {
  const { search, show } = useDeskSearch();
  const phone = usePhone();
  useDeskKeys(desk, onTakeDown);
  useRung();
  const open = search.open ?? (phone ? undefined : desk.held[0]?.id);
  const contact = useContact(open ?? '');
  const page = useShownPage(desk, open);
  const pane = search.pane === 'page' && !page ? undefined : search.pane;
  const shows = {
    list: !phone || !open,
    talk: !phone || (open !== undefined && !pane),
    page: page !== undefined && pane === 'page',
    customer: (!phone || (open !== undefined && pane === 'customer')) && pane !== 'page',
  };
  return (
    <div className={classes.desk} data-page={shows.page}>
      {shows.list && list(open)}
      {shows.talk && <Conversation key={open} desk={desk} contact={open ? contact : null} />}
      {shows.page && open && page && (
        <ShownPage
          key={open}
          id={open}
          page={page}
          phone={phone}
          onLeave={() => {
            show({ pane: undefined });
          }}
        />
      )}
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

// What the visitor shows, as long as one talks with them: it stands there once it begins.
function useShownPage({ held }: Desk, open: string | undefined) {
  const pages = useStore(shownPages);
  const { show } = useDeskSearch();
  const isHeld = held.some(({ id, state }) => id === open && state === 'active');
  const page = open && isHeld ? pages[open] : undefined;
  const shown = page?.phase === 'shown' ? page : undefined;
  const began = shown !== undefined;
  useEffect(() => {
    if (began) show({ pane: 'page' }, true);
    // Only when it begins: whoever goes back to the customer stays there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [began]);
  return shown;
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
