// What holds for a source: its channel, what its moments and amounts mean when they do not say, how far it is
// believed, its contract, and how long it may be silent.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { managing, mayDo, useMe } from '~/platform/session';
import { currencies, zones } from '~/platform/world';
import { Button } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { Dialog } from '~/ui/overlay/Dialog';
import { useLocale } from '~/ui/text/locale';
import { changeSource, useRefresh } from '../api';
import type { Contract, Precedence, Source } from '../wire';
import { ContractFields } from './ContractFields';

const precedences: readonly Precedence[] = ['browser', 'server', 'shop', 'own'];

export function SourceDialog({ source: now, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation('connectors');
  const { language } = useLocale();
  const channels = useChannelNames();
  const refresh = useRefresh();
  const may = mayDo(useMe(), managing);
  // As it was when it was opened: what somebody else makes of it meanwhile is refused, never overwritten.
  const [source] = useState(now);
  const [contract, setContract] = useState<Contract>(source.contract);
  const [minutes, setMinutes] = useState(String(source.silence_minutes ?? ''));
  const form = useForm(async (value, insists) => {
    await changeSource(insists ? now : source, {
      name: value('name'),
      channel: value('channel'),
      currency: value('currency'),
      zone: value('zone'),
      precedence: value('precedence') as Precedence,
      contract,
      silence_minutes: minutes === '' ? null : Number(minutes),
    }).finally(refresh);
    showToast(t('source.changed', { name: value('name') }));
    onClose();
  });
  return (
    <Dialog open title={source.name} width={600} onClose={onClose}>
      <form onSubmit={form.submit} noValidate>
        <fieldset className={fields.fields} disabled={!may}>
          <TextField
            label={t('source.name')}
            name="name"
            defaultValue={source.name}
            error={form.errors['name']}
          />
          <div className={fields.pair}>
            <Select
              label={t('source.channel')}
              name="channel"
              defaultValue={source.channel}
              key={String(channels.ready)}
              hint={t('source.channelHint')}
              options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
              error={form.errors['channel']}
            />
            <Select
              label={t('source.precedence')}
              name="precedence"
              defaultValue={source.precedence}
              hint={t('source.precedenceHint')}
              options={precedences.map((id) => ({ value: id, label: t(`precedences.${id}`) }))}
              error={form.errors['precedence']}
            />
            <Select
              label={t('source.currency')}
              name="currency"
              defaultValue={source.currency}
              options={currencies(language)}
              error={form.errors['currency']}
            />
            <Select
              label={t('source.zone')}
              name="zone"
              defaultValue={source.zone}
              options={zones()}
              error={form.errors['zone']}
            />
          </div>
          <NumberField
            label={t('source.silence')}
            hint={t('source.silenceHint')}
            optional
            inputMode="numeric"
            defaultValue={minutes}
            onChange={setMinutes}
            error={form.errors['silence_minutes']}
          />
          <ContractFields contract={contract} errors={form.errors} onContract={setContract} />
          <FormMessage form={form} />
          <Button type="submit" look="primary" busy={form.busy}>
            {t('source.save')}
          </Button>
        </fieldset>
      </form>
    </Dialog>
  );
}
