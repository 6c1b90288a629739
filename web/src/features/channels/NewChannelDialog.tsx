// Adds a channel: a name and what it is. The rest is filled in beside the list.
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { useRefresh } from './api';
import { useChannelsSearch } from './search';
import type { Form } from './wire';
import { formOptions } from './words';

export function NewChannelDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('channels');
  const refresh = useRefresh();
  const { show } = useChannelsSearch();
  const form = useForm(async (value) => {
    const body = { name: value('name'), form: value('form') as Form };
    const made = await data(api.POST('/api/v1/channels', { body }));
    await refresh();
    show({ dialog: undefined, open: made.id });
  });
  return (
    <FormDialog
      title={t('create.title')}
      width={420}
      action={t('create.add')}
      form={form}
      onClose={onClose}
    >
      <TextField
        label={t('fields.name')}
        name="name"
        hint={t('hints.name')}
        maxLength={120}
        error={form.errors['name']}
        data-autofocus
      />
      <Select
        label={t('fields.form')}
        name="form"
        options={formOptions(t)}
        defaultValue="webshop"
        error={form.errors['form']}
      />
    </FormDialog>
  );
}
