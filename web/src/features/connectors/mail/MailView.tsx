// Mail that goes out: whether it is on, how it goes, and what waits or went in the last month.
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Loaded } from '~/platform/Loaded';
import { useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Tag, type Tone } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { showToast } from '~/ui/feedback/toasts';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import classes from '../connectors.module.css';
import { type Mail, type MailState, testMail, tryNow, useMails, useMailState } from './api';

const tones: Readonly<Record<Mail['state'], Tone>> = {
  waiting: 'outline',
  sent: 'good',
  refused: 'bad',
  given_up: 'bad',
  too_late: 'warn',
  not_allowed: 'warn',
};

// To whoever looks: they see whether it arrives.
export function TestMail() {
  const { t } = useTranslation('connectors');
  const me = useMe();
  const { data: state } = useMailState();
  const [busy, setBusy] = useState(false);
  if (!state?.on) return null;
  const send = async () => {
    setBusy(true);
    await testMail(me.email)
      .then(
        () => showToast(t('mail.tested', { address: me.email })),
        (error: unknown) => showToast(problemOf(error).message, { tone: 'bad' }),
      )
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Button look="primary" busy={busy} onClick={() => void send()}>
      {t('mail.test')}
    </Button>
  );
}

export function MailView() {
  const state = useMailState();
  return (
    <Loaded query={state}>
      {(now) => (
        <>
          <HowItGoes state={now} />
          <Mails on={now.on} />
        </>
      )}
    </Loaded>
  );
}

function HowItGoes({ state }: { state: MailState }) {
  const { t } = useTranslation('connectors');
  if (!state.on) return null;
  const { server, from, per_minute: most, waiting, message } = state;
  return (
    <div className={classes.mail}>
      <p>{t('mail.through', { from, server, count: most })}</p>
      {message && <p role="alert">{message}</p>}
      {waiting > 0 && (
        <Button
          onClick={() => {
            tryNow().catch((error: unknown) => {
              showToast(problemOf(error).message, { tone: 'bad' });
            });
          }}
        >
          {t('mail.tryNow', { count: waiting })}
        </Button>
      )}
    </div>
  );
}

function Mails({ on }: { on: boolean }) {
  const { t } = useTranslation('connectors');
  const mails = useMails();
  return (
    <Loaded query={mails}>
      {({ items }) =>
        items.length > 0 ? (
          <MailTable mails={items} />
        ) : (
          <EmptyState
            icon={<IconMail />}
            title={t(on ? 'mail.none' : 'mail.off')}
            text={t(on ? 'mail.noneText' : 'mail.offText')}
          />
        )
      }
    </Loaded>
  );
}

function MailTable({ mails }: { mails: readonly Mail[] }) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const columns: PlainColumn<Mail>[] = [
    {
      id: 'subject',
      title: t('mail.subject'),
      width: '46%',
      cell: ({ subject, address, message }) => (
        <div className={classes.mailed}>
          <span dir="auto">{subject}</span>
          <small>{address}</small>
          {message && <small>{message}</small>}
        </div>
      ),
    },
    {
      id: 'created',
      title: t('mail.created'),
      cell: ({ created }) => <span className={classes.quiet}>{formats.dateTime(created)}</span>,
    },
    {
      id: 'state',
      title: t('mail.state'),
      width: '138px',
      place: 'end',
      cell: ({ state }) => (
        <Tag tone={tones[state]} dot>
          {t(`mail.states.${state}`)}
        </Tag>
      ),
    },
  ];
  return <PlainTable label={t('tabs.mail')} columns={columns} rows={mails} rowId={({ id }) => id} />;
}
