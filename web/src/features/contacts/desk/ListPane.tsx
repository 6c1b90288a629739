// What this agent has, what waits, and what is done, each with how long it waits.
import { IconMoodCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { useStore } from '~/platform/store';
import { Button } from '~/ui/control/Button';
import { Kbd } from '~/ui/control/Kbd';
import { Tabs } from '~/ui/control/Tabs';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { useFormats } from '~/ui/text/locale';
import { acts, useDone, useTeamName } from '../api';
import { type ListName, lists, useDeskSearch } from '../search';
import { seen, unseen } from '../seen';
import { duration, left, useClock } from '../time';
import { useAct } from '../useAct';
import type { Desk, Listed } from '../wire';
import { isOver, kindIcons, stateTones } from '../words';
import classes from './desk.module.css';

interface ListPaneProps {
  desk: Desk;
  list: ListName;
  openId: string | undefined;
}

export function ListPane({ desk, list, openId }: ListPaneProps) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const { show } = useDeskSearch();
  const counts: Partial<Record<ListName, number>> = { mine: desk.held.length, waiting: desk.waiting.length };
  const shown = list === 'mine' ? desk.held : desk.waiting;
  return (
    <section className={classes.list} aria-label={t('lists.title')}>
      <div className={classes.tabs}>
        <Tabs
          label={t('lists.title')}
          items={lists.map((id) => {
            const count = counts[id];
            return { id, label: t(`lists.${id}`), count: count === undefined ? undefined : formats.number(count) };
          })}
          value={list}
          onChange={(id) => {
            show({ list: id });
          }}
        />
      </div>
      {list === 'done' ? <Done openId={openId} /> : <Rows contacts={shown} list={list} openId={openId} />}
    </section>
  );
}

function Done({ openId }: { openId: string | undefined }) {
  const done = useDone();
  return (
    <Loaded query={done} lines={6}>
      {({ items }) => <Rows contacts={items.filter(({ state }) => isOver(state))} list="done" openId={openId} />}
    </Loaded>
  );
}

interface RowsProps {
  contacts: readonly Listed[];
  list: ListName;
  openId: string | undefined;
}

const rank = ({ state }: Listed) => (state === 'offered' ? 0 : 1);

export function Rows({ contacts, list, openId }: RowsProps) {
  const { t } = useTranslation('contacts');
  if (contacts.length === 0) {
    return <EmptyState icon={<IconMoodCheck />} title={t(`none.${list}`)} text={t(`noneText.${list}`)} />;
  }
  const sorted = list === 'mine' ? [...contacts].sort((a, b) => rank(a) - rank(b)) : contacts;
  return (
    <ul className={classes.rows}>
      {sorted.map((contact) => (
        <li key={contact.id} data-offered={contact.state === 'offered'}>
          <Row contact={contact} list={list} isOpen={contact.id === openId} />
          {list === 'mine' && contact.state === 'offered' && <Offer contact={contact} />}
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  contact: Listed;
  list: ListName;
  isOpen: boolean;
}

function Row({ contact, list, isOpen }: RowProps) {
  const { t } = useTranslation('contacts');
  const { show } = useDeskSearch();
  const teamName = useTeamName();
  const upTo = useStore(seen);
  const { kind, state, caller, team, outcome } = contact;
  const Icon = kindIcons[kind];
  const fresh = list === 'mine' && state !== 'offered' ? unseen(upTo, contact) : 0;
  return (
    <button
      type="button"
      className={classes.row}
      aria-current={isOpen ? 'true' : undefined}
      data-fresh={fresh > 0}
      onClick={() => {
        show({ open: contact.id, pane: undefined });
      }}
    >
      <Icon aria-hidden />
      <span className={classes.who}>
        <strong dir="auto">{caller || t('nobody')}</strong>
        <small dir="auto">
          {t(`kinds.${kind}`)} · {teamName(team)}
        </small>
      </span>
      <span className={classes.when}>
        <Time contact={contact} />
        {fresh > 0 ? (
          <b className={classes.fresh} title={t('fresh', { count: fresh })}>
            {fresh}
            <span className={classes.spoken}>{t('fresh', { count: fresh })}</span>
          </b>
        ) : (
          list !== 'waiting' && (
            <Tag tone={stateTones[state]}>
              {state === 'ended' && outcome !== 'none' ? t(`outcomes.${outcome}`) : t(`states.${state}`)}
            </Tag>
          )
        )}
      </span>
    </button>
  );
}

// Who waits counts on; who is helped shows since when, and what is over, when it was.
function Time({ contact: { state, created, answered, ended } }: { contact: Listed }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const now = useClock();
  if (isOver(state)) return <small>{formats.ago(ended ?? created, now)}</small>;
  const waits = state === 'waiting' || state === 'offered';
  const since = waits ? created : (answered ?? created);
  return (
    <time className={classes.counting} data-waits={waits} title={t(waits ? 'waits' : 'lasts')}>
      {duration(now - Date.parse(since))}
    </time>
  );
}

// Rings until somebody answers, or the time is over.
function Offer({ contact: { id, offered, created, due } }: { contact: Listed }) {
  const { t } = useTranslation('contacts');
  const { show } = useDeskSearch();
  const { busy, act } = useAct();
  const now = useClock();
  const rest = due ? Date.parse(due) - now : 0;
  return (
    <div className={classes.offer} role="group" aria-label={t('offered')}>
      <span className={classes.countdown} role="timer" aria-live="off">
        <i style={{ inlineSize: `${Math.round(100 * (due ? left(offered ?? created, due, now) : 0))}%` }} />
        {t('secondsLeft', { count: Math.max(0, Math.ceil(rest / 1_000)) })}
      </span>
      <Button
        look="primary"
        busy={busy}
        onClick={() => {
          show({ open: id, list: 'mine' });
          void act(() => acts.accept(id));
        }}
      >
        {t('accept')}
        <Kbd>Alt A</Kbd>
      </Button>
      <Button onClick={() => void act(() => acts.decline(id))}>
        {t('decline')}
        <Kbd>Alt X</Kbd>
      </Button>
    </div>
  );
}
