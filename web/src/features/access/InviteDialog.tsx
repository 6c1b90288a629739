// Inviting somebody: the server makes a link, and nobody but the invited ever knows the password.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, type Schemas } from '~/api';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { currentLanguage, languages, type Language } from '~/texts';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { LinkShown } from './LinkShown';
import { RightsFields } from './RightsFields';
import { useRights } from './useRights';
import { usersAddress } from './users';

type Invited = Schemas['access.InvitedUser'];

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('access');
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <Dialog
      open
      title={invited ? t('users.invitedTitle', { name: invited.user.name }) : t('users.invite')}
      onClose={onClose}
    >
      {invited ? (
        <LinkShown link={invited.link} onDone={onClose} />
      ) : (
        <InviteForm onInvited={setInvited} />
      )}
    </Dialog>
  );
}

function InviteForm({ onInvited }: { onInvited: (invited: Invited) => void }) {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const rights = useRights('manager');
  const form = useForm(async (value) => {
    const body = {
      name: value('name'),
      email: value('email'),
      language: value('language') as Language,
      ...(await rights.settled()),
    };
    onInvited(await data(api.POST(usersAddress, { body })));
    await cache.invalidateQueries({ queryKey: ['get', usersAddress] });
  });
  return (
    <form className={fields.fields} onSubmit={form.submit} noValidate>
      <TextField label={t('users.name')} name="name" data-autofocus error={form.errors['name']} />
      <TextField
        label={t('users.email')}
        name="email"
        type="email"
        error={form.errors['email']}
      />
      <RightsFields {...rights.fields} errors={form.errors} />
      <Select
        label={t('users.language')}
        name="language"
        defaultValue={currentLanguage()}
        options={languages.map((id) => ({ value: id, label: t(`languages.${id}`) }))}
        error={form.errors['language']}
      />
      {form.message && <Notice tone="bad">{form.message}</Notice>}
      <Button type="submit" look="primary" busy={form.busy}>
        {t('users.makeLink')}
      </Button>
    </form>
  );
}
