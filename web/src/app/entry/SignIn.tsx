// The way in. On a server that nobody has set up yet it says where the link for that is.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Entry } from '~/platform/Entry';
import classes from '~/platform/Entry.module.css';
import { SignInForm } from './SignInForm';

export function SignIn() {
  const { t } = useTranslation();
  const { data: setup } = queries.useQuery('get', '/api/v1/access/setup');
  const title = setup?.needed ? t('entry.notSetUp') : t('entry.welcome');
  useEffect(() => {
    document.title = `${title} · Sluis`;
  }, [title]);
  if (setup?.needed) {
    return (
      <Entry title={title} text={t('entry.notSetUpText')}>
        <p className={classes.note}>{t('entry.notSetUpHelp')}</p>
      </Entry>
    );
  }
  return (
    <Entry title={title} text={t('entry.welcomeText')}>
      <SignInForm onDone={() => undefined} />
    </Entry>
  );
}
