// Keys of programs. A key is shown once, when it is made, and never again.
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queries, type Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import { Loaded } from '~/platform/Loaded';
import { SettingsPage } from '~/platform/settings';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { showToast } from '~/ui/feedback/toasts';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { Confirm } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import classes from './access.module.css';
import { KeyDialog } from './KeyDialog';

type Key = Schemas['access.Key'];

const address = '/api/v1/access/keys';

export default function KeysPage() {
  const { t } = useTranslation('access');
  const keys = queries.useQuery('get', address);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Key | null>(null);
  const make = (
    <Button
      look="primary"
      icon={<IconPlus aria-hidden />}
      onClick={() => {
        setMaking(true);
      }}
    >
      {t('keys.make')}
    </Button>
  );
  return (
    <SettingsPage title={t('keys.title')} actions={make}>
      <Loaded query={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconKey />} title={t('keys.none')} text={t('keys.noneText')} />
          ) : (
            <KeyTable keys={items} onRevoke={setRevoking} />
          )
        }
      </Loaded>
      {making && (
        <KeyDialog
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
      {revoking && (
        <RevokeKey
          apiKey={revoking}
          onClose={() => {
            setRevoking(null);
          }}
        />
      )}
    </SettingsPage>
  );
}

function KeyTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke: (key: Key) => void }) {
  const { t } = useTranslation('access');
  const formats = useFormats();
  const columns: PlainColumn<Key>[] = [
    {
      id: 'name',
      title: t('keys.name'),
      width: '34%',
      cell: (key) => (
        <NameCell name={key.name} below={t('keys.endsOn', { hint: key.hint })} />
      ),
    },
    {
      id: 'scope',
      title: t('keys.scope'),
      cell: (key) => (
        <span className={classes.names}>
          <span>{t(`keys.scopes.${key.scope}`)}</span>
          <small>{[...key.origins, ...key.roles.map((role) => t(`roles.${role}`))].join(', ')}</small>
        </span>
      ),
    },
    {
      id: 'used',
      title: t('keys.used'),
      width: '120px',
      cell: (key) => (
        <span className={classes.number}>
          {key.last_used ? formats.date(key.last_used) : t('keys.never')}
        </span>
      ),
    },
    {
      id: 'state',
      title: t('users.state'),
      width: '120px',
      place: 'end',
      cell: (key) =>
        key.revoked ? (
          <Tag dot>{t('keys.revoked')}</Tag>
        ) : (
          <Button
            look="quiet"
            onClick={() => {
              onRevoke(key);
            }}
          >
            {t('keys.revoke')}
          </Button>
        ),
    },
  ];
  return <PlainTable label={t('keys.title')} columns={columns} rows={keys} rowId={(key) => key.id} />;
}

function RevokeKey({ apiKey, onClose }: { apiKey: Key; onClose: () => void }) {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const revoke = () => {
    onClose();
    api
      .DELETE('/api/v1/access/keys/{id}', { params: { path: { id: apiKey.id } } })
      .then(() => {
        showToast(t('keys.revokedToast', { name: apiKey.name }));
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => void cache.invalidateQueries({ queryKey: ['get', address] }));
  };
  return (
    <Confirm
      open
      danger
      title={t('keys.revokeTitle', { name: apiKey.name })}
      text={t('keys.revokeText')}
      action={t('keys.revoke')}
      onConfirm={revoke}
      onClose={onClose}
    />
  );
}
