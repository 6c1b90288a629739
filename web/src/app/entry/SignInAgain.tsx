// Signing in over the page, which stays as it was. Somebody else who signs in gets a fresh page.
import { useTranslation } from 'react-i18next';
import { useMe } from '~/platform/session';
import { Dialog } from '~/ui/overlay/Dialog';
import classes from '~/platform/Entry.module.css';
import { SignInForm } from './SignInForm';

export default function SignInAgain({ resume }: { resume: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Dialog open title={t('entry.again')} onClose={() => undefined} width={400}>
      <p className={classes.again}>{t('entry.againText')}</p>
      <SignInForm
        email={me.email}
        onDone={(who) => {
          if (who.id === me.id) resume();
          else window.location.assign('/');
        }}
      />
    </Dialog>
  );
}
