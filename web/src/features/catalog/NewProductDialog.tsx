// Adds a product: what it is called and what its variants differ in. The rest is filled in beside the list.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { useCategories, useRefresh } from './api';
import { optionsIn } from './options';
import { useCatalogSearch } from './search';
import type { VatClass } from './wire';
import { vatOptions } from './words';

export function NewProductDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const listId = useId();
  const refresh = useRefresh();
  const categories = useCategories();
  const { show } = useCatalogSearch();
  const form = useForm(async (value) => {
    const body = {
      name: value('name'),
      category: value('category'),
      vat: value('vat') as VatClass,
      options: optionsIn(value('options')),
    };
    const made = await data(api.POST('/api/v1/catalog/products', { body }));
    await refresh();
    show({ dialog: undefined, open: made.id, variant: 'new' });
  });
  return (
    <FormDialog
      title={t('create.title')}
      width={440}
      action={t('create.add')}
      form={form}
      onClose={onClose}
    >
      <TextField
        label={t('fields.name')}
        name="name"
        maxLength={200}
        error={form.errors['name']}
        data-autofocus
      />
      <TextField
        label={t('fields.category')}
        name="category"
        hint={t('hints.category')}
        optional
        maxLength={200}
        list={listId}
        error={form.errors['category']}
      />
      <datalist id={listId}>
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <TextField
        label={t('fields.options')}
        name="options"
        hint={t('hints.options')}
        optional
        error={form.errors['options'] ?? form.errors['options.0']}
      />
      <Select
        label={t('fields.vat')}
        name="vat"
        options={vatOptions(t)}
        defaultValue="standard"
        error={form.errors['vat']}
      />
    </FormDialog>
  );
}
