// One conversation: who it is, what was said, and what comes next: to answer, to end it, or to write down what came
// of it.
import type { UseQueryResult } from '@tanstack/react-query';
import { IconArrowLeft, IconArrowsRightLeft, IconEye, IconMail, IconMessages, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '~/platform/actions';
import { Loaded } from '~/platform/Loaded';
import { useMe } from '~/platform/session';
import { useStore } from '~/platform/store';
import { Button, IconButton } from '~/ui/control/Button';
import { Kbd } from '~/ui/control/Kbd';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { usePhone } from '~/ui/layout/usePhone';
import { acts, useTeamName } from '../api';
import { StockNear } from '../customer/StockNear';
import { askForPage, shownPages } from '../page/shownPage';
import { useDeskSearch } from '../search';
import { StandsAt } from '../store/StandsAt';
import { useAct } from '../useAct';
import type { Contact, Desk } from '../wire';
import { isSpoken, kindIcons, stateTones } from '../words';
import { CallCard } from './CallCard';
import { Composer } from './Composer';
import classes from './desk.module.css';
import { HandOnDialog } from './HandOnDialog';
import { MailDialog } from './MailDialog';
import { Messages } from './Messages';
import { WrapUp } from './WrapUp';

interface ConversationProps {
  desk: Desk;
  contact: UseQueryResult<Contact> | null;
}

export function Conversation({ desk, contact }: ConversationProps) {
  const { t } = useTranslation('contacts');
  if (!contact) {
    return (
      <section className={classes.talk} aria-label={t('conversation')}>
        <EmptyState icon={<IconMessages />} title={t('noneOpen')} text={t('noneOpenText')} />
      </section>
    );
  }
  return (
    <section className={classes.talk} aria-label={t('conversation')}>
      <Loaded query={contact} lines={8}>
        {(one) => <Open desk={desk} contact={one} />}
      </Loaded>
    </section>
  );
}

function Open({ desk, contact }: { desk: Desk; contact: Contact }) {
  const me = useMe();
  const { state, kind, id } = contact;
  // The desk hears of changes first.
  const held = desk.held.find((one) => one.id === id);
  const isMine = contact.agent === me.id && held !== undefined;
  const now = isMine ? held.state : state;
  const { busy, act } = useAct();
  const [handsOn, setHandsOn] = useState(false);
  const [mails, setMails] = useState(false);
  const end = () => {
    if (isMine && now === 'active') void act(() => acts.finish(id));
  };
  const pass = () => {
    if (isMine || now === 'waiting') setHandsOn(true);
  };
  const mayAsk = isMine && now === 'active' && kind === 'chat';
  useConversationKeys(end, pass, () => {
    if (mayAsk) void askForPage(id);
  });
  return (
    <>
      <Head
        contact={contact}
        now={now}
        isMine={isMine}
        busy={busy}
        onEnd={end}
        onHandOn={pass}
        onMail={() => {
          setMails(true);
        }}
      />
      {isSpoken(kind) && <CallCard contact={contact} />}
      {contact.stands_at && <StandsAt at={contact.stands_at} />}
      {kind === 'store_request' && <StockNear products={contact.stands_at?.sku ? [contact.stands_at.sku] : []} />}
      <Messages contact={contact} reads={isMine && now !== 'offered'} />
      {isMine && now === 'active' && !isSpoken(kind) && <Composer contact={contact} />}
      {isMine && now === 'wrap_up' && <WrapUp contact={contact} />}
      {now === 'waiting' && (
        <div className={classes.foot}>
          <Take id={id} />
        </div>
      )}
      {mails && (
        <MailDialog
          contact={contact}
          onClose={() => {
            setMails(false);
          }}
        />
      )}
      {handsOn && (
        <HandOnDialog
          contact={contact}
          onClose={() => {
            setHandsOn(false);
          }}
        />
      )}
    </>
  );
}

interface HeadProps {
  contact: Contact;
  now: Contact['state'];
  isMine: boolean;
  busy: boolean;
  onEnd: () => void;
  onHandOn: () => void;
  onMail: () => void;
}

function Head({ contact, now, isMine, busy, onEnd, onHandOn, onMail }: HeadProps) {
  const { t } = useTranslation('contacts');
  const { show } = useDeskSearch();
  const phone = usePhone();
  const teamName = useTeamName();
  const { caller, kind, team } = contact;
  const Icon = kindIcons[kind];
  return (
    <header className={classes.head}>
      {phone && (
        <IconButton
          label={t('back')}
          onClick={() => {
            show({ open: undefined, pane: undefined });
          }}
        >
          <IconArrowLeft aria-hidden />
        </IconButton>
      )}
      <div className={classes.heading}>
        <h2 dir="auto">{caller.name || caller.email || caller.phone || t('nobody')}</h2>
        <small dir="auto">
          <Icon aria-hidden /> {t(`kinds.${kind}`)} · {teamName(team)}
        </small>
      </div>
      <Tag tone={stateTones[now]}>{t(`states.${now}`)}</Tag>
      {phone && (
        <IconButton
          label={t('customer')}
          onClick={() => {
            show({ pane: 'customer' });
          }}
        >
          <IconUser aria-hidden />
        </IconButton>
      )}
      {isMine && now === 'active' && kind === 'chat' && <Look id={contact.id} />}
      {isMine && contact.answered && !isSpoken(kind) && (
        <IconButton label={t('mail.title')} onClick={onMail}>
          <IconMail aria-hidden />
        </IconButton>
      )}
      {isMine && now !== 'offered' && now !== 'wrap_up' && (
        <>
          <IconButton label={t('handOn.action')} onClick={onHandOn}>
            <IconArrowsRightLeft aria-hidden />
          </IconButton>
          <Button busy={busy} onClick={onEnd}>
            {t('end')}
            {!phone && <Kbd>Alt Q</Kbd>}
          </Button>
        </>
      )}
    </header>
  );
}

// Asks for the page of the visitor, or goes back to it.
function Look({ id }: { id: string }) {
  const { t } = useTranslation('contacts');
  const { show } = useDeskSearch();
  const phase = useStore(shownPages)[id]?.phase;
  return (
    <IconButton
      label={t(phase === 'asked' ? 'page.asked' : phase ? 'page.look' : 'page.ask')}
      aria-disabled={phase === 'asked' || undefined}
      onClick={() => {
        if (phase === 'shown') show({ pane: 'page' });
        else void askForPage(id);
      }}
    >
      <IconEye aria-hidden />
    </IconButton>
  );
}

function Take({ id }: { id: string }) {
  const { t } = useTranslation('contacts');
  const { show } = useDeskSearch();
  const { busy, act } = useAct();
  return (
    <Button
      look="primary"
      busy={busy}
      onClick={() =>
        void act(() => acts.pick(id)).then((done) => {
          if (done) show({ list: 'mine', open: id });
        })
      }
    >
      {t('take')}
    </Button>
  );
}

function useConversationKeys(onEnd: () => void, onHandOn: () => void, onPage: () => void) {
  const { t } = useTranslation('contacts');
  useActions([
    {
      id: 'desk.reply',
      label: () => t('reply'),
      group: 'do',
      keys: 'r',
      run: () => document.querySelector<HTMLElement>('[data-composer]')?.focus(),
    },
    { id: 'desk.end', label: () => t('end'), group: 'do', keys: 'alt+q', run: onEnd },
    { id: 'desk.page', label: () => t('page.ask'), group: 'do', keys: 'alt+p', run: onPage },
    { id: 'desk.handOn', label: () => t('handOn.action'), group: 'do', keys: 'alt+h', run: onHandOn },
  ]);
}
