// One linked shop: what holds for it, what it is still to be told, what came in and did not fit, and how the last
// calls went.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { showToast } from '~/ui/feedback/toasts';
import { Checkbox } from '~/ui/form/Choices';
import { NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Section } from '~/ui/layout/Section';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { changeLink, useLocations, useRefreshLinks, type Link } from './api';
import { LinkCalls } from './LinkCalls';
import { LinkKept } from './LinkKept';
import { LinkQueue } from './LinkQueue';
import { LinkSecrets } from './LinkSecrets';

export function LinkDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const { not_before: pausedUntil } = link.outgoing;
  return (
    <Dialog open title={link.name} width={760} onClose={onClose}>
      {pausedUntil && (
        <Notice tone="warn">{t('links.notBefore', { time: formats.time(pausedUntil) })}</Notice>
      )}
      <Section title={t('links.settings')}>
        <LinkSettings now={link} />
      </Section>
      <LinkQueue link={link} />
      <LinkKept link={link} />
      <LinkSecrets link={link} />
      <LinkCalls id={link.id} />
    </Dialog>
  );
}

function LinkSettings({ now }: { now: Link }) {
  const { t } = useTranslation('connectors');
  const locations = useLocations();
  const refresh = useRefreshLinks();
  // As it was when it was opened: what somebody else makes of it meanwhile is refused, never overwritten.
  const [link, setLink] = useState(now);
  const [rate, setRate] = useState(String(link.calls_per_minute));
  const form = useForm(async (value, insists) => {
    const after = await changeLink(insists ? now : link, {
      name: value('name'),
      address: value('address'),
      location: value('location') || null,
      calls_per_minute: Number(rate),
      tells_stock: value('tells_stock') === 'on',
      tells_prices: value('tells_prices') === 'on',
      state: value('paused') === 'on' ? 'paused' : 'on',
    }).finally(() => void refresh());
    setLink({ ...link, ...after });
    showToast(t('links.changed', { name: value('name') }));
  });
  return (
    <form className={fields.fields} onSubmit={form.submit} noValidate>
      <TextField
        label={t('links.name')}
        name="name"
        defaultValue={link.name}
        maxLength={120}
        error={form.errors['name']}
      />
      <TextField
        label={t('links.address')}
        hint={t('links.addressHint')}
        name="address"
        optional
        inputMode="url"
        defaultValue={link.address}
        error={form.errors['address']}
      />
      <div className={fields.pair}>
        <Select
          key={String(locations.isSuccess)}
          label={t('links.location')}
          hint={t('links.locationHint')}
          name="location"
          defaultValue={link.location ?? ''}
          empty={t('links.everywhere')}
          options={(locations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          error={form.errors['location']}
        />
        <NumberField
          label={t('links.rate')}
          inputMode="numeric"
          defaultValue={rate}
          onChange={setRate}
          error={form.errors['calls_per_minute']}
        />
      </div>
      <Checkbox label={t('links.tellsStock')} name="tells_stock" defaultChecked={link.tells_stock} />
      <Checkbox label={t('links.tellsPrices')} name="tells_prices" defaultChecked={link.tells_prices} />
      <Checkbox label={t('links.paused')} name="paused" defaultChecked={link.state === 'paused'} />
      <FormMessage form={form} />
      <div className={fields.row}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('links.save')}
        </Button>
      </div>
    </form>
  );
}
