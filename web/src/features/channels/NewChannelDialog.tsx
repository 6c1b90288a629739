// Adds a channel: a name and what it is. The rest is filled in beside the list.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useRefresh } from './api';
import { useChannelsSearch } from './search';
import type { Form } from './wire';
import { formOptions } from './words';

export function NewChannelDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('channels');
  const formId = useId();
  const refresh = useRefresh();
  const { show } = useChannelsSearch();
  const { busy, errors, message, submit } = useForm(async (value) => {
    const body = { name: value('name'), form: value('form') as Form };
    const made = await data(api.POST('/api/v1/channels', { body }));
    await refresh();
    show({ dialog: undefined, open: made.id });
  });
  return (
    <Dialog
      open
      title={t('create.title')}
      width={420}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {t('create.add')}
          </Button>
        </>
      }
    >
      <form id={formId} className={fields.fields} onSubmit={submit} noValidate>
        {message && <Notice tone="bad">{message}</Notice>}
        <TextField
          label={t('fields.name')}
          name="name"
          hint={t('hints.name')}
          maxLength={120}
          error={errors.name}
          data-autofocus
        />
        <Select
          label={t('fields.form')}
          name="form"
          options={formOptions(t)}
          defaultValue="webshop"
          error={errors.form}
        />
      </form>
    </Dialog>
  );
}
