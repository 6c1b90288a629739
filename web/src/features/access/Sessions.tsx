// Where one is signed in, and ending that.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queries, type Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { showToast } from '~/ui/feedback/toasts';
import { Card } from '~/ui/layout/Card';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import classes from './access.module.css';
import { deviceOf } from './device';

type Session = Schemas['access.SessionItem'];

const address = '/api/v1/access/sessions';

function useEnd() {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  return (sending: Promise<unknown>) => {
    sending
      .then(() => {
        showToast(t('me.ended'));
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => void cache.invalidateQueries({ queryKey: ['get', address] }));
  };
}

export function Sessions() {
  const { t } = useTranslation('access');
  const sessions = queries.useQuery('get', address);
  const end = useEnd();
  const others = sessions.data?.items.filter((session) => !session.current) ?? [];
  return (
    <Card
      title={t('me.sessions')}
      note={t('me.sessionsNote')}
      actions={
        others.length > 0 && (
          <Button
            onClick={() => {
              end(api.DELETE(address));
            }}
          >
            {t('me.endOthers')}
          </Button>
        )
      }
    >
      <Loaded query={sessions} lines={2}>
        {({ items }) => (
          <SessionTable
            sessions={items}
            onEnd={(id) => {
              end(api.DELETE('/api/v1/access/sessions/{id}', { params: { path: { id } } }));
            }}
          />
        )}
      </Loaded>
    </Card>
  );
}

interface SessionTableProps {
  sessions: readonly Session[];
  onEnd: (id: string) => void;
}

function SessionTable({ sessions, onEnd }: SessionTableProps) {
  const { t } = useTranslation('access');
  const formats = useFormats();
  const columns: PlainColumn<Session>[] = [
    {
      id: 'device',
      title: t('me.device'),
      cell: (session) => (
        <NameCell name={deviceOf(session.device) ?? t('me.unknownDevice')} below={session.peer} />
      ),
    },
    {
      id: 'seen',
      title: t('me.lastSeen'),
      width: '190px',
      cell: (session) => (
        <span className={classes.number}>{formats.dateTime(session.last_seen)}</span>
      ),
    },
    {
      id: 'end',
      title: t('users.state'),
      width: '130px',
      place: 'end',
      cell: (session) =>
        session.current ? (
          <Tag dot tone="good">
            {t('me.thisOne')}
          </Tag>
        ) : (
          <Button
            look="quiet"
            onClick={() => {
              onEnd(session.id);
            }}
          >
            {t('me.end')}
          </Button>
        ),
    },
  ];
  return (
    <PlainTable label={t('me.sessions')} columns={columns} rows={sessions} rowId={({ id }) => id} />
  );
}
