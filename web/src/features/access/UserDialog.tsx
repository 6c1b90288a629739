// One user: every field saves itself; a new link and deactivating are acts of their own.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, type Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { SavedSelect, SavedText } from '~/platform/SavedField';
import type { Role } from '~/platform/session';
import { languages, type Language } from '~/texts';
import { Button } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { Choices } from '~/ui/form/Choices';
import { Confirm, Dialog } from '~/ui/overlay/Dialog';
import { LinkShown } from './LinkShown';
import { offeredRoles } from './roles';
import { useUserEdit, type User } from './users';

type Link = Schemas['access.Link'];

export function UserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation('access');
  const [link, setLink] = useState<Link | null>(null);
  return (
    <Dialog open title={user.name} onClose={onClose}>
      {link ? (
        <LinkShown link={link} onDone={onClose} />
      ) : (
        <div className={fields.fields}>
          <UserFields user={user} />
          <UserActs user={user} onLink={setLink} />
          <p className={fields.note}>{t('users.saved')}</p>
        </div>
      )}
    </Dialog>
  );
}

function UserFields({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const edit = useUserEdit();
  const shownRoles = (roles: readonly Role[]) => roles.map((role) => t(`roles.${role}`)).join(', ');
  return (
    <>
      <SavedText
        label={t('users.name')}
        value={user.name}
        onSave={(value) => edit(user, { field: 'name', label: t('users.name'), value })}
      />
      <SavedText
        label={t('users.email')}
        type="email"
        value={user.email}
        onSave={(value) => edit(user, { field: 'email', label: t('users.email'), value })}
      />
      <Choices
        key={user.roles.join()}
        label={t('users.roles')}
        options={[...new Set([...offeredRoles, ...user.roles])].map((role) => ({
          value: role,
          label: t(`roles.${role}`),
        }))}
        defaultValue={user.roles}
        onChange={(chosen) =>
          void edit(user, {
            field: 'roles',
            label: t('users.roles'),
            value: chosen as Role[],
            shown: shownRoles,
          })
        }
      />
      <SavedSelect
        label={t('users.language')}
        value={user.language}
        options={languages.map((id) => ({ value: id, label: t(`languages.${id}`) }))}
        onSave={(value) =>
          edit(user, { field: 'language', label: t('users.language'), value: value as Language })
        }
      />
    </>
  );
}

function UserActs({ user, onLink }: { user: User; onLink: (link: Link) => void }) {
  const { t } = useTranslation('access');
  const edit = useUserEdit();
  const [asking, setAsking] = useState(false);
  const setActive = (value: boolean) => edit(user, { field: 'active', label: t('users.state'), value });
  const makeLink = () => {
    data(api.POST('/api/v1/access/users/{id}/link', { params: { path: { id: user.id } } })).then(
      onLink,
      (error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      },
    );
  };
  return (
    <div className={fields.row}>
      {user.active && (
        <Button onClick={makeLink}>
          {user.has_password ? t('users.newLink') : t('users.inviteAgain')}
        </Button>
      )}
      {user.active ? (
        <Button
          look="danger"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('users.deactivate')}
        </Button>
      ) : (
        <Button onClick={() => void setActive(true)}>{t('users.activate')}</Button>
      )}
      <Confirm
        open={asking}
        danger
        title={t('users.deactivateTitle', { name: user.name })}
        text={t('users.deactivateText')}
        action={t('users.deactivate')}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          setAsking(false);
          void setActive(false);
        }}
      />
    </div>
  );
}
