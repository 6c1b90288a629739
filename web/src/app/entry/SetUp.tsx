// The first run: who runs this company, what it is called, and where its days begin. Opened with the
// link that the server printed; the token behind the # never reaches a log.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch, queries, versioned } from '~/api';
import { problemOf } from '~/api/problem';
import { useForm, type Values } from '~/platform/form';
import { setWho, type Me } from '~/platform/session';
import { currencies, zones } from '~/platform/world';
import { currentLanguage } from '~/texts';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Skeleton } from '~/ui/feedback/State';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Entry } from '~/platform/Entry';
import classes from '~/platform/Entry.module.css';
import { SignInForm } from './SignInForm';

async function makeAdmin(value: Values, token: string): Promise<Me> {
  const body = {
    token,
    name: value('name'),
    email: value('email'),
    password: value('password'),
    language: currentLanguage(),
  };
  return data(api.POST('/api/v1/access/setup', { body }));
}

async function saveCompany(value: Values): Promise<void> {
  const { version } = await versioned(api.GET('/api/v1/company'));
  await api.PUT('/api/v1/company', {
    params: { header: ifMatch(version) },
    body: {
      name: value('company'),
      zone: value('zone'),
      currency: value('currency'),
      language: currentLanguage(),
    },
  });
}

export function SetUp() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: setup, error } = queries.useQuery('get', '/api/v1/access/setup');
  const [token] = useState(() => window.location.hash.slice(1));
  const goIn = () => void navigate({ to: '/', replace: true });
  if (error) return <Entry title={t('setup.title')}><Notice tone="bad">{problemOf(error).message}</Notice></Entry>;
  if (!setup) return <Entry title={t('setup.title')}><Skeleton lines={5} /></Entry>;
  if (!setup.needed) {
    return (
      <Entry title={t('setup.done')} text={t('setup.doneText')}>
        <SignInForm onDone={goIn} />
      </Entry>
    );
  }
  if (token === '') {
    return (
      <Entry title={t('entry.notSetUp')} text={t('entry.notSetUpText')}>
        <p className={classes.note}>{t('entry.notSetUpHelp')}</p>
      </Entry>
    );
  }
  return (
    <Entry wide title={t('setup.title')} text={t('setup.text')}>
      <SetUpForm token={token} onDone={goIn} />
    </Entry>
  );
}

function SetUpForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  // Made already when only the second half failed, so that trying again does not make another.
  const admin = useRef<Me | null>(null);
  const form = useForm(async (value) => {
    admin.current ??= await makeAdmin(value, token);
    await saveCompany(value);
    await cache.invalidateQueries();
    setWho(cache, admin.current);
    onDone();
  });
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <div className={classes.group}>
        <h2 className={classes.legend}>{t('setup.company')}</h2>
        <TextField
          label={t('company.name')}
          name="company"
          autoComplete="organization"
          autoFocus
        />
        <div className={classes.pair}>
          <Select
            label={t('company.zone')}
            name="zone"
            defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone}
            options={zones()}
            hint={t('company.zoneHint')}
            error={form.errors['zone']}
          />
          <Select
            label={t('company.currency')}
            name="currency"
            defaultValue="EUR"
            options={currencies(currentLanguage())}
            hint={t('company.currencyHint')}
            error={form.errors['currency']}
          />
        </div>
      </div>
      <div className={classes.group}>
        <h2 className={classes.legend}>{t('setup.you')}</h2>
        <div className={classes.pair}>
          <TextField
            label={t('entry.name')}
            name="name"
            autoComplete="name"
            error={form.errors['name']}
          />
          <TextField
            label={t('entry.email')}
            name="email"
            type="email"
            autoComplete="username"
            error={form.errors['email']}
          />
        </div>
        <TextField
          label={t('entry.password')}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t('entry.passwordHint')}
          error={form.errors['password']}
        />
      </div>
      {form.message && <Notice tone="bad">{form.message}</Notice>}
      <Button type="submit" look="primary" busy={form.busy}>
        {t('setup.start')}
      </Button>
    </form>
  );
}
