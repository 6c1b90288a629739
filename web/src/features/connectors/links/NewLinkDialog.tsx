// A new link to a shop: which shop it is, through which channel it sells, and how it is called. The secrets that
// were made for it are shown this once.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { Checkbox } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import classes from '../connectors.module.css';
import { addLink, useLocations, useRefreshLinks, type Secret, type System } from './api';
import { Shown } from './Shown';

const systems: readonly System[] = ['woocommerce', 'shopify'];

interface Made {
  id: string;
  system: System;
  key: string;
  secrets: readonly Secret[];
}

export function NewLinkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('connectors');
  const [made, setMade] = useState<Made | null>(null);
  return made ? (
    <Dialog
      open
      title={t('links.secrets')}
      width={560}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('connect.done')}</Button>}
    >
      <MadeSecrets made={made} />
    </Dialog>
  ) : (
    <NewLink onMade={setMade} onClose={onClose} />
  );
}

function MadeSecrets({ made }: { made: Made }) {
  const { t } = useTranslation('connectors');
  const own = made.secrets.some(({ purpose }) => purpose === 'consumer');
  return (
    <div className={classes.narrow}>
      {made.secrets.length > 0 && <Notice tone="warn">{t('links.onlyOnce')}</Notice>}
      <Shown label={t('links.hook')} value={`${window.location.origin}/hooks/${made.system}/${made.id}`} />
      {own && <Shown label={t('links.key')} value={made.key} />}
      {made.secrets.map(({ purpose, secret }) => (
        <Shown key={purpose} label={t(`links.purposes.${purpose}`)} value={secret} />
      ))}
    </div>
  );
}

function NewLink({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const { t } = useTranslation('connectors');
  const channels = useChannelNames();
  const locations = useLocations();
  const refresh = useRefreshLinks();
  const [system, setSystem] = useState<System>('woocommerce');
  const form = useForm(async (value) => {
    const optional = (name: string) => (value(name) ? { [name]: value(name) } : {});
    const added = await addLink({
      name: value('name'),
      system,
      channel: value('channel'),
      ...optional('location'),
      ...optional('address'),
      ...optional('access'),
      ...optional('webhook_secret'),
      tells_stock: value('tells_stock') === 'on',
      tells_prices: value('tells_prices') === 'on',
    }).finally(() => void refresh());
    showToast(t('links.added', { name: value('name') }));
    onMade(added);
  });
  return (
    <FormDialog
      title={t('links.add')}
      width={560}
      action={t('links.add')}
      form={form}
      onClose={onClose}
    >
      <Segmented
        label={t('links.system')}
        value={system}
        items={systems.map((id) => ({ id, label: t(`links.systems.${id}`) }))}
        onChange={setSystem}
      />
      <TextField
        label={t('links.name')}
        name="name"
        maxLength={120}
        data-autofocus
        error={form.errors['name']}
      />
      <div className={fields.pair}>
        <Select
          label={t('links.channel')}
          name="channel"
          options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
          error={form.errors['channel']}
        />
        <Select
          label={t('links.location')}
          name="location"
          empty={t('links.everywhere')}
          options={(locations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          error={form.errors['location']}
        />
      </div>
      <TextField
        label={t('links.address')}
        hint={t('links.addressHint')}
        name="address"
        optional
        inputMode="url"
        error={form.errors['address']}
      />
      <TextField
        label={t('links.access')}
        hint={t(`links.accessHint.${system}`)}
        name="access"
        optional
        autoComplete="off"
        error={form.errors['access']}
      />
      {system === 'shopify' && (
        <TextField
          label={t('links.webhookSecret')}
          hint={t('links.webhookSecretHint')}
          name="webhook_secret"
          optional
          autoComplete="off"
          error={form.errors['webhook_secret']}
        />
      )}
      <Checkbox label={t('links.tellsStock')} name="tells_stock" />
      <Checkbox label={t('links.tellsPrices')} name="tells_prices" />
    </FormDialog>
  );
}
