// The secrets of a link: each can be replaced, by a new one that is shown this once or by the one that the shop made.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { TextField } from '~/ui/form/TextField';
import { Section } from '~/ui/layout/Section';
import classes from '../connectors.module.css';
import { rotateSecret, type Link, type Purpose, type System } from './api';
import { Shown } from './Shown';

// Who makes each: Sluis, or the shop.
const purposes: Readonly<Record<System, readonly { purpose: Purpose; theirs: boolean }[]>> = {
  woocommerce: [
    { purpose: 'access', theirs: true },
    { purpose: 'webhook', theirs: false },
    { purpose: 'consumer', theirs: false },
  ],
  shopify: [
    { purpose: 'access', theirs: true },
    { purpose: 'webhook', theirs: true },
  ],
};

export function LinkSecrets({ link }: { link: Link }) {
  const { t } = useTranslation('connectors');
  return (
    <Section title={t('links.secrets')}>
      <div className={classes.narrow}>
        <p className={classes.quiet}>{t('links.secretsText')}</p>
        <Shown label={t('links.hook')} value={`${window.location.origin}/hooks/${link.system}/${link.id}`} />
        {link.system === 'woocommerce' && <Shown label={t('links.key')} value={link.key} />}
        {purposes[link.system].map(({ purpose, theirs }) => (
          <SecretRow key={purpose} id={link.id} purpose={purpose} theirs={theirs} />
        ))}
      </div>
    </Section>
  );
}

function SecretRow({ id, purpose, theirs }: { id: string; purpose: Purpose; theirs: boolean }) {
  const { t } = useTranslation('connectors');
  const [secret, setSecret] = useState('');
  const form = useForm(async (value) => {
    const made = await rotateSecret(id, purpose, theirs ? value('secret') : undefined);
    setSecret(made.secret);
    showToast(t('links.secretDone'));
  });
  const label = t(`links.purposes.${purpose}`);
  return (
    <form className={fields.fields} onSubmit={form.submit} noValidate>
      <FormMessage form={form} />
      {secret && <Notice tone="warn">{t('links.onlyOnce')}</Notice>}
      {secret && <Shown label={label} value={secret} />}
      {theirs && (
        <TextField
          label={label}
          hint={t('links.given')}
          name="secret"
          autoComplete="off"
          error={form.errors['secret']}
        />
      )}
      <div className={fields.row}>
        <Button type="submit" busy={form.busy} aria-label={`${t('links.rotate')}: ${label}`}>
          {t('links.rotate')}
        </Button>
        {!theirs && <span className={classes.quiet}>{label}</span>}
      </div>
    </form>
  );
}
