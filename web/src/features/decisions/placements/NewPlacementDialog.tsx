// Adds a place on a channel where offers compete to be made.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Choices } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { addPlacement, useOffers, usePlacements, useRefresh } from '../api';
import { codeOf } from '../offers/code';
import { useOffersSearch } from '../search';

export function NewPlacementDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('decisions');
  const { show } = useOffersSearch();
  const refresh = useRefresh();
  const channels = useChannelNames();
  const all = useOffers().data?.items ?? [];
  const taken = usePlacements().data?.items.map(({ code }) => code) ?? [];
  const [offers, setOffers] = useState<string[]>([]);
  const form = useForm(async (value) => {
    const name = value('name');
    const made = await addPlacement({
      name,
      code: codeOf(name, taken),
      channel: value('channel'),
      offers,
    });
    await refresh();
    show({ dialog: undefined, open: made.id });
  });
  return (
    <FormDialog
      title={t('placement.new')}
      width={460}
      action={t('placement.add')}
      form={form}
      onClose={onClose}
    >
      <TextField
        label={t('fields.name')}
        name="name"
        hint={t('placement.nameHint')}
        maxLength={120}
        data-autofocus
        error={form.errors['name'] ?? form.errors['code']}
      />
      <Select
        key={channels.list.length}
        label={t('fields.channel')}
        name="channel"
        options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
        error={form.errors['channel']}
      />
      {all.length > 0 && (
        <Choices
          label={t('fields.offers')}
          hint={t('placement.offersHint')}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setOffers}
        />
      )}
    </FormDialog>
  );
}
