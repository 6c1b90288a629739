// Writes down what was bought and when it is expected, or changes that.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { startOf } from '~/platform/period';
import { useVariant } from '~/platform/variants';
import { VariantPicker } from '~/platform/VariantPicker';
import { showToast } from '~/ui/feedback/toasts';
import { DateField } from '~/ui/form/DateField';
import { NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { parseDay } from '~/ui/text/day';
import { useFormats, useLocale } from '~/ui/text/locale';
import { piecesIn } from '../acts';
import { useLocations, useRefresh } from '../api';
import classes from '../stock.module.css';
import type { Incoming } from '../wire';
import { locationOptions } from '../words';
import { changeDelivery, expectDelivery } from './api';

interface IncomingDialogProps {
  // Absent: a new one.
  now: Incoming | undefined;
  onClose: () => void;
}

export function IncomingDialog({ now, onClose }: IncomingDialogProps) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const { timeZone } = useLocale();
  const refresh = useRefresh();
  const locations = locationOptions(useLocations().data?.items ?? []);
  // As it was when it was opened: what somebody else makes of it meanwhile is refused, never overwritten.
  const [delivery] = useState(now);
  const [variant, setVariant] = useState(delivery?.variant ?? '');
  const sku = useVariant(variant).data?.sku ?? '…';
  const [pieces, setPieces] = useState(delivery ? String(delivery.quantity) : '');
  const [kept, setKept] = useState(String(delivery?.kept ?? 0));
  const [day, setDay] = useState(delivery ? formats.dayOf(delivery.expected) : '');
  const form = useForm(async (value, insists) => {
    if (!variant) throw refusalOf('variant', t('incoming.variantMissing'));
    const quantity = piecesIn(pieces, delivery ? 0 : 1);
    if (quantity === undefined) throw refusalOf('quantity', t(delivery ? 'wholeOrNone' : 'whole'));
    const keeps = piecesIn(kept, 0);
    if (keeps === undefined) throw refusalOf('kept', t('wholeOrNone'));
    if (!parseDay(day)) throw refusalOf('expected', t('incoming.dayMissing'));
    const body = { quantity, kept: keeps, expected: startOf(day, timeZone), reference: value('reference') };
    const known = insists ? now : delivery;
    const saving = known
      ? changeDelivery(known, body)
      : expectDelivery({ ...body, variant, location: value('location') });
    await saving.finally(() => void refresh());
    showToast(t(known ? 'incoming.changed' : 'incoming.added', { sku }));
    onClose();
  });
  return (
    <FormDialog
      title={delivery ? t('incoming.changeTitle', { sku }) : t('incoming.add')}
      width={460}
      form={form}
      onClose={onClose}
    >
      {variant ? (
        <p className={classes.what} dir="auto">
          {sku}
        </p>
      ) : (
        <VariantPicker
          label={t('fields.variant')}
          error={form.errors['variant']}
          onPick={({ id }) => {
            setVariant(id);
          }}
        />
      )}
      {!delivery && (
        <Select
          label={t('fields.to')}
          name="location"
          options={locations}
          error={form.errors['location']}
        />
      )}
      <div className={fields.pair}>
        <NumberField
          label={t('incoming.quantity')}
          hint={delivery && t('incoming.quantityHint')}
          inputMode="numeric"
          defaultValue={pieces}
          error={form.errors['quantity']}
          onChange={setPieces}
        />
        <DateField
          label={t('incoming.day')}
          defaultValue={day}
          error={form.errors['expected']}
          onChange={setDay}
        />
        <NumberField
          label={t('incoming.keeps')}
          hint={t('incoming.keepsHint')}
          inputMode="numeric"
          defaultValue={kept}
          error={form.errors['kept']}
          onChange={setKept}
        />
        <TextField
          label={t('fields.reference')}
          hint={t('incoming.referenceHint')}
          name="reference"
          optional
          maxLength={200}
          defaultValue={delivery?.reference ?? ''}
          error={form.errors['reference']}
        />
      </div>
    </FormDialog>
  );
}
