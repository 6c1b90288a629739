// What was said, the newest at the bottom and in sight unless somebody reads further up; with what is on its way,
// whether it was read, and that the other side types.
import { IconAlertCircle, IconPaperclip } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { usePeople } from '~/platform/people';
import { useStore } from '~/platform/store';
import { Button } from '~/ui/control/Button';
import { useFormats } from '~/ui/text/locale';
import { fileAddress, signal, useSaid } from '../api';
import { readTo, typing } from '../deskLine';
import { type Group, groups, lastOf, type Said, stillUnsent, type Unsent } from '../said';
import { markSeen } from '../seen';
import { shortMoment, useClock } from '../time';
import { sendAgain, unsent, unsentOf } from '../unsent';
import type { Contact, Note } from '../wire';
import classes from './desk.module.css';

const nearPx = 80;

interface MessagesProps {
  contact: Contact;
  reads: boolean; // what is in sight counts as read
}

export function Messages({ contact, reads }: MessagesProps) {
  const said = useSaid(contact.id);
  return (
    <Loaded query={said} lines={5}>
      {(list) => <List contact={contact} said={list} reads={reads} />}
    </Loaded>
  );
}

function List({ contact, said, reads }: MessagesProps & { said: readonly Said[] }) {
  const { t } = useTranslation('contacts');
  const { id, caller, timeline } = contact;
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const coming = stillUnsent(unsentOf(useStore(unsent), id), said);
  const last = lastOf(said);
  useReading(id, last, reads);
  useLayoutEffect(() => {
    if (atEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [last, coming.length]);
  return (
    <div
      ref={box}
      className={classes.messages}
      role="log"
      aria-label={t('said')}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < nearPx;
      }}
    >
      {caller.question && <Question text={caller.question} at={contact.created} />}
      {timeline.filter(isTold).map((note) => (
        <NoteLine key={note.id} note={note} />
      ))}
      {groups(said).map((group) => (
        <Together key={group.said[0]?.number} id={id} group={group} />
      ))}
      {coming.map((one) => (
        <OnItsWay key={one.client_id} id={id} one={one} />
      ))}
      <ReadMark id={id} said={said} />
      <Typing id={id} />
    </div>
  );
}

// The other side is told once for each message that came into sight.
function useReading(id: string, last: number, reads: boolean) {
  useEffect(() => {
    if (!reads || last === 0) return;
    const read = () => {
      if (document.visibilityState !== 'visible') return;
      markSeen(id, last);
      signal(id, { signal: 'read', data: String(last) });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => {
      document.removeEventListener('visibilitychange', read);
    };
  }, [id, last, reads]);
}

function Question({ text, at }: { text: string; at: string }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  return (
    <div className={classes.group} data-sender="customer">
      <p className={classes.bubble} dir="auto">
        {text}
      </p>
      <small>
        {t('question')} · {shortMoment(formats, at)}
      </small>
    </div>
  );
}

// What colleagues wrote down, and that the visitor showed their page.
const told = ['page_shown', 'page_hidden'] as const;
const isTold = ({ note, what }: Note) => note !== '' || told.some((one) => one === what);

function NoteLine({ note: { note, what, actor, moment } }: { note: Note }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const people = usePeople();
  return (
    <p className={classes.note} dir="auto">
      {note || t(`page.told.${what as (typeof told)[number]}`)}
      <small>
        {actor.startsWith('usr_') ? `${people.nameOf(actor)} · ` : ''}
        {shortMoment(formats, moment)}
      </small>
    </p>
  );
}

// A picture is shown, all else is what it is called: to be saved.
function SentFile({ id, said: { number, file, file_type: type } }: { id: string; said: Said }) {
  const address = fileAddress(id, number);
  return (
    <a href={address} download={file} className={classes.file}>
      {type?.startsWith('image/') ? (
        <img src={address} alt={file ?? ''} loading="lazy" />
      ) : (
        <>
          <IconPaperclip aria-hidden />
          {file}
        </>
      )}
    </a>
  );
}

function Together({ id, group: { sender, said } }: { id: string; group: Group }) {
  const formats = useFormats();
  const last = said.at(-1);
  return (
    <div className={classes.group} data-sender={sender}>
      {said.map((one) => (
        <p key={one.number} className={classes.bubble} dir="auto">
          {one.file ? <SentFile id={id} said={one} /> : one.text}
        </p>
      ))}
      {last && <small>{shortMoment(formats, last.moment)}</small>}
    </div>
  );
}

function OnItsWay({ id, one }: { id: string; one: Unsent }) {
  const { t } = useTranslation('contacts');
  const cache = useQueryClient();
  return (
    <div className={classes.group} data-sender="agent" data-failed={one.failed !== null}>
      <p className={classes.bubble} dir="auto">
        {one.text}
      </p>
      {one.failed === null ? (
        <small>{t('sending')}</small>
      ) : (
        <small role="alert">
          <IconAlertCircle aria-hidden />
          {one.failed}
          <Button
            look="quiet"
            onClick={() => {
              sendAgain(cache, id, one);
            }}
          >
            {t('sendAgain')}
          </Button>
        </small>
      )}
    </div>
  );
}

function ReadMark({ id, said }: { id: string; said: readonly Said[] }) {
  const { t } = useTranslation('contacts');
  const upTo = useStore(readTo)[id] ?? 0;
  const last = said.at(-1);
  if (last?.sender !== 'agent' || upTo < last.number) return null;
  return <small className={classes.read}>{t('read')}</small>;
}

function Typing({ id }: { id: string }) {
  const { t } = useTranslation('contacts');
  const now = useClock();
  const until = useStore(typing)[id] ?? 0;
  return (
    <p className={classes.typing} role="status">
      {until > now ? t('types') : ''}
    </p>
  );
}
