// E-mail and password, on the page of those who are not in yet and in the dialog over an expired session.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { useForm } from '~/platform/form';
import { setWho, type Me } from '~/platform/session';
import { setLanguage } from '~/texts';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { TextField } from '~/ui/form/TextField';
import classes from '~/platform/Entry.module.css';

// `email`: of who was signed in before.
export function SignInForm({ email, onDone }: { email?: string; onDone: (me: Me) => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm(async (value) => {
    const body = { email: value('email'), password: value('password') };
    const me = await data(api.POST('/api/v1/access/session', { body }));
    await setLanguage(me.language);
    setWho(cache, me);
    onDone(me);
  });
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <TextField
        label={t('entry.email')}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        autoFocus={email === undefined}
        error={form.errors['email']}
      />
      <TextField
        label={t('entry.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        data-autofocus={email !== undefined}
        error={form.errors['password']}
      />
      {form.message && <Notice tone="bad">{form.message}</Notice>}
      <Button type="submit" look="primary" busy={form.busy}>
        {t('entry.signIn')}
      </Button>
    </form>
  );
}
