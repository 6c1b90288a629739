// A new voucher: a code that takes an amount or a part off, in one channel or in all.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { startOf } from '~/platform/period';
import { Segmented } from '~/ui/control/Segmented';
import { showToast } from '~/ui/feedback/toasts';
import { DateField } from '~/ui/form/DateField';
import { MoneyField, NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { parseDay } from '~/ui/text/day';
import { isDecimal } from '~/ui/text/decimal';
import { useLocale } from '~/ui/text/locale';
import { useAddVoucher } from './api';

const kinds = ['amount', 'percent'] as const;
type Kind = (typeof kinds)[number];

// The end of its last day.
const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function useNewVoucher(onClose: () => void) {
  const { t } = useTranslation('orders');
  const { currency, timeZone } = useLocale();
  const add = useAddVoucher();
  const [kind, setKind] = useState<Kind>('amount');
  const [off, setOff] = useState('');
  const [uses, setUses] = useState('1');
  const [until, setUntil] = useState('');
  const form = useForm(async (value) => {
    const takesOff = isDecimal(off) && Number(off) > 0;
    if (!takesOff) throw refusalOf('amount', t('vouchers.offMissing'));
    const points = Math.round(Number(off) * 100);
    if (kind === 'percent' && points > 10_000) throw refusalOf('amount', t('vouchers.offTooMuch'));
    if (!/^[1-9]\d{0,8}$/.test(uses)) throw refusalOf('uses', t('vouchers.usesWrong'));
    if (until && !parseDay(until)) throw refusalOf('to', t('vouchers.untilWrong'));
    const code = value('code');
    await add({
      code,
      name: value('name'),
      uses: Number(uses),
      ...(kind === 'percent' ? { basis_points: points } : { amount: { amount: off, currency } }),
      ...(value('channel') ? { channel: value('channel') } : {}),
      ...(until ? { to: startOf(nextDay(until), timeZone) } : {}),
    });
    showToast(t('vouchers.done', { code }));
    onClose();
  });
  return { form, kind, setKind, setOff, setUses, setUntil };
}

export function VoucherDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('orders');
  const channels = useChannelNames();
  const { form, kind, setKind, setOff, setUses, setUntil } = useNewVoucher(onClose);
  const off = { label: t(`vouchers.kinds.${kind}`), error: form.errors['amount'], onChange: setOff };
  return (
    <FormDialog
      title={t('vouchers.add')}
      width={440}
      action={t('vouchers.add')}
      form={form}
      onClose={onClose}
    >
      <TextField
        label={t('vouchers.code')}
        name="code"
        maxLength={40}
        autoComplete="off"
        data-autofocus
        error={form.errors['code']}
      />
      <TextField label={t('vouchers.name')} name="name" optional maxLength={120} error={form.errors['name']} />
      <Segmented
        label={t('vouchers.off')}
        value={kind}
        items={kinds.map((id) => ({ id, label: t(`vouchers.kinds.${id}`) }))}
        onChange={setKind}
      />
      {kind === 'amount' ? <MoneyField key={kind} {...off} /> : <NumberField key={kind} {...off} />}
      <div className={fields.pair}>
        <NumberField
          label={t('vouchers.uses')}
          inputMode="numeric"
          defaultValue="1"
          error={form.errors['uses']}
          onChange={setUses}
        />
        <DateField label={t('vouchers.until')} optional error={form.errors['to']} onChange={setUntil} />
      </div>
      <Select
        label={t('fields.channel')}
        name="channel"
        empty={t('vouchers.everywhere')}
        options={channels.list.map(({ id, name }) => ({ value: id, label: name }))}
        error={form.errors['channel']}
      />
    </FormDialog>
  );
}
