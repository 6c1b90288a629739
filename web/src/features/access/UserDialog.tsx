// One user: every field saves itself; a new link and deactivating are acts of their own.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, type Schemas } from '~/api';
import { fieldErrors, problemOf, type Problem } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { SavedSelect, SavedText } from '~/platform/SavedField';
import { languages, type Language } from '~/texts';
import { Button } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { Confirm, Dialog } from '~/ui/overlay/Dialog';
import { LinkShown } from './LinkShown';
import { placeRoleOf, usePlaces } from './places';
import { isComplete, placeIn, rightsOf, type Rights } from './rights';
import { RightsFields } from './RightsFields';
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
  return (
    <>
      <SavedText
        label={t('users.name')}
        value={user.name}
        onSave={(name, from) =>
          edit(user, {
            label: t('users.name'),
            to: { name },
            from: { name: from },
            words: (who) => who.name,
          })
        }
      />
      <SavedText
        label={t('users.email')}
        type="email"
        value={user.email}
        onSave={(email, from) =>
          edit(user, {
            label: t('users.email'),
            to: { email },
            from: { email: from },
            words: (who) => who.email,
          })
        }
      />
      <UserRights key={JSON.stringify(rightsOf(user))} user={user} />
      <SavedSelect
        label={t('users.language')}
        value={user.language}
        options={languages.map((id) => ({ value: id, label: t(`languages.${id}`) }))}
        onSave={(value) =>
          edit(user, {
            label: t('users.language'),
            to: { language: value as Language },
            words: ({ language }) => t(`languages.${language}`),
          })
        }
      />
    </>
  );
}

// Saved as soon as it can stand: a store or a partner waits for its place.
function UserRights({ user }: { user: User }) {
  const { t } = useTranslation('access');
  const edit = useUserEdit();
  const [rights, setRights] = useState(rightsOf(user));
  const [problem, setProblem] = useState<Problem | null>(null);
  const places = usePlaces(placeRoleOf(rights.roles));
  const change = (next: Rights) => {
    setRights(next);
    setProblem(null);
    if (!isComplete(next)) return;
    void edit(user, {
      label: t('users.roles'),
      to: next,
      words: ({ roles }) => roles.map((role) => t(`roles.${role}`)).join(', '),
      first: () => places.settle(placeIn(next) ?? ''),
    }).then(setProblem);
  };
  return (
    <RightsFields
      rights={rights}
      places={places}
      errors={fieldErrors(problem)}
      onChange={change}
    />
  );
}

function UserActs({ user, onLink }: { user: User; onLink: (link: Link) => void }) {
  const { t } = useTranslation('access');
  const edit = useUserEdit();
  const [asking, setAsking] = useState(false);
  const setActive = (active: boolean) =>
    edit(user, {
      label: t('users.state'),
      to: { active },
      words: (who) => t(who.active ? 'users.active' : 'users.inactive'),
    });
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
