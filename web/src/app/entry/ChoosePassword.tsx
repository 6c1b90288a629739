// Choosing a password with the one-time link of an invitation; the token stands behind the #.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { useForm } from '~/platform/form';
import { setWho } from '~/platform/session';
import { setLanguage } from '~/texts';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { TextField } from '~/ui/form/TextField';
import { Entry } from '~/platform/Entry';
import classes from '~/platform/Entry.module.css';

export function ChoosePassword() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  const form = useForm(async (value) => {
    const body = { token, password: value('password') };
    const me = await data(api.POST('/api/v1/access/password', { body }));
    await setLanguage(me.language);
    cache.clear();
    setWho(cache, me);
    await navigate({ to: '/', replace: true });
  });
  return (
    <Entry title={t('entry.choose')} text={t('entry.chooseText')}>
      <form className={classes.form} onSubmit={form.submit} noValidate>
        <TextField
          label={t('entry.newPassword')}
          name="password"
          type="password"
          autoComplete="new-password"
          autoFocus
          hint={t('entry.passwordHint')}
          error={form.errors['password']}
        />
        {form.message && <Notice tone="bad">{form.message}</Notice>}
        <Button type="submit" look="primary" busy={form.busy}>
          {t('entry.chooseGo')}
        </Button>
      </form>
    </Entry>
  );
}
