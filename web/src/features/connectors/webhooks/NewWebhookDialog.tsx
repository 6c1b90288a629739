// A new webhook; the secret to check its signatures with is shown this once.
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { Dialog } from '~/ui/overlay/Dialog';
import classes from '../connectors.module.css';
import { useRefreshLinks } from '../links/api';
import { Shown } from '../links/Shown';
import { addWebhook, type Fact } from './api';
import { FactFields } from './FactFields';

export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('connectors');
  const refresh = useRefreshLinks();
  const formId = useId();
  const [chosen, setChosen] = useState<readonly Fact[]>(['orders.placed']);
  const [secret, setSecret] = useState('');
  const form = useForm(async (value) => {
    if (chosen.length === 0) throw refusalOf('facts', t('webhooks.factsMissing'));
    const added = await addWebhook({
      name: value('name'),
      address: value('address'),
      facts: [...chosen],
    }).finally(() => void refresh());
    showToast(t('webhooks.added', { name: value('name') }));
    setSecret(added.secret);
  });
  const footer = secret ? (
    <Button onClick={onClose}>{t('webhooks.done')}</Button>
  ) : (
    <>
      <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
      <Button look="primary" type="submit" form={formId} busy={form.busy}>
        {t('webhooks.add')}
      </Button>
    </>
  );
  return (
    <Dialog open title={t('webhooks.add')} width={560} onClose={onClose} footer={footer}>
      {secret ? (
        <div className={classes.narrow}>
          <Notice tone="warn">{t('webhooks.onlyOnce')}</Notice>
          <Shown label={t('webhooks.secret')} value={secret} />
        </div>
      ) : (
        <form id={formId} className={fields.fields} onSubmit={form.submit} noValidate>
          <FormMessage form={form} />
          <FactFields form={form} chosen={chosen} onChosen={setChosen} />
        </form>
      )}
    </Dialog>
  );
}
