// A new webhook; the secret to check its signatures with is shown this once.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
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
  const [secret, setSecret] = useState('');
  if (!secret) return <NewWebhook onMade={setSecret} onClose={onClose} />;
  const done = <Button onClick={onClose}>{t('webhooks.done')}</Button>;
  return (
    <Dialog open title={t('webhooks.add')} width={560} onClose={onClose} footer={done}>
      <div className={classes.narrow}>
        <Notice tone="warn">{t('webhooks.onlyOnce')}</Notice>
        <Shown label={t('webhooks.secret')} value={secret} />
      </div>
    </Dialog>
  );
}

interface NewWebhookProps {
  onMade: (secret: string) => void;
  onClose: () => void;
}

function NewWebhook({ onMade, onClose }: NewWebhookProps) {
  const { t } = useTranslation('connectors');
  const refresh = useRefreshLinks();
  const [chosen, setChosen] = useState<readonly Fact[]>(['orders.placed']);
  const form = useForm(async (value) => {
    if (chosen.length === 0) throw refusalOf('facts', t('webhooks.factsMissing'));
    const added = await addWebhook({
      name: value('name'),
      address: value('address'),
      facts: [...chosen],
    }).finally(() => void refresh());
    showToast(t('webhooks.added', { name: value('name') }));
    onMade(added.secret);
  });
  return (
    <FormDialog title={t('webhooks.add')} width={560} action={t('webhooks.add')} form={form} onClose={onClose}>
      <FactFields form={form} chosen={chosen} onChosen={setChosen} />
    </FormDialog>
  );
}
