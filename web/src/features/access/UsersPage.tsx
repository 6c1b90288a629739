// The people who work here: who they are, what they may do, and who was invited.
import { IconUserPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paged, queries } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { SettingsPage } from '~/platform/settings';
import { Avatar } from '~/ui/control/Dot';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import classes from './access.module.css';
import { InviteDialog } from './InviteDialog';
import { UserDialog } from './UserDialog';
import { usePlaceNames } from './places';
import { usersAddress, type User } from './users';

interface Search {
  invite?: boolean;
  user?: string;
}

export default function UsersPage() {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const show = (next: Search) => void navigate({ to: '/settings/users', search: next });
  const list = queries.useInfiniteQuery(
    'get',
    usersAddress,
    {},
    paged,
  );
  const users = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = users.find((user) => user.id === search.user);
  return (
    <SettingsPage
      title={t('users.title')}
      actions={
        <Button
          look="primary"
          icon={<IconUserPlus aria-hidden />}
          onClick={() => {
            show({ invite: true });
          }}
        >
          {t('users.invite')}
        </Button>
      }
    >
      <Loaded query={list}>
        {() => (
          <UserTable
            users={users}
            onOpen={(user) => {
              show({ user: user.id });
            }}
          />
        )}
      </Loaded>
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()}>{t('more')}</Button>}
      {search.invite === true && (
        <InviteDialog
          onClose={() => {
            show({});
          }}
        />
      )}
      {open && (
        <UserDialog
          key={open.id}
          user={open}
          onClose={() => {
            show({});
          }}
        />
      )}
    </SettingsPage>
  );
}

function UserTable({ users, onOpen }: { users: readonly User[]; onOpen: (user: User) => void }) {
  const { t } = useTranslation('access');
  const placeName = usePlaceNames();
  const columns: PlainColumn<User>[] = [
    {
      id: 'name',
      title: t('users.name'),
      width: '46%',
      cell: (user) => (
        <button
          type="button"
          className={classes.person}
          onClick={() => {
            onOpen(user);
          }}
        >
          <Avatar name={user.name} />
          <NameCell name={user.name} below={user.email} />
        </button>
      ),
    },
    {
      id: 'roles',
      title: t('users.roles'),
      cell: (user) => (
        <span className={classes.tags}>
          {user.roles.map((role) => (
            <Tag key={role} tone={role === 'admin' ? 'accent' : 'neutral'}>
              {t(`roles.${role}`)}
            </Tag>
          ))}
          <span className={classes.quiet} dir="auto">
            {placeName(user)}
          </span>
        </span>
      ),
    },
    { id: 'state', title: t('users.state'), width: '130px', place: 'end', cell: (user) => <State user={user} /> },
  ];
  return (
    <PlainTable label={t('users.title')} columns={columns} rows={users} rowId={(user) => user.id} />
  );
}

function State({ user }: { user: User }) {
  const { t } = useTranslation('access');
  if (!user.active) return <Tag dot>{t('users.inactive')}</Tag>;
  if (!user.has_password) {
    return (
      <Tag dot tone="warn">
        {t('users.invited')}
      </Tag>
    );
  }
  return (
    <Tag dot tone="good">
      {t('users.active')}
    </Tag>
  );
}
