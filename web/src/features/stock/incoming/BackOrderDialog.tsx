// Promises pieces of a delivery to somebody who will wait for them.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { useVariant } from '~/platform/variants';
import { showToast } from '~/ui/feedback/toasts';
import { NumberField } from '~/ui/form/NumberField';
import { TextField } from '~/ui/form/TextField';
import { useFormats } from '~/ui/text/locale';
import { piecesIn } from '../acts';
import { useRefresh } from '../api';
import type { Incoming } from '../wire';
import { backOrder } from './api';
import { toPromise } from './pieces';

export function BackOrderDialog({ of, onClose }: { of: Incoming; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const refresh = useRefresh();
  const sku = useVariant(of.variant).data?.sku ?? '…';
  const [typed, setTyped] = useState('1');
  const form = useForm(async (value) => {
    const pieces = piecesIn(typed, 1);
    if (pieces === undefined) throw refusalOf('quantity', t('whole'));
    await backOrder(of, pieces, value('reference')).finally(() => void refresh());
    showToast(t('incoming.promise.done', { sku, count: pieces, number: formats.number(pieces) }));
    onClose();
  });
  const count = toPromise(of);
  return (
    <FormDialog
      title={t('incoming.promise.title', { sku })}
      width={420}
      action={t('incoming.promise.action')}
      form={form}
      onClose={onClose}
    >
      <NumberField
        label={t('fields.pieces')}
        inputMode="numeric"
        defaultValue={typed}
        error={form.errors['quantity']}
        onChange={setTyped}
      />
      <TextField
        label={t('fields.reference')}
        name="reference"
        hint={t('incoming.promise.referenceHint')}
        optional
        maxLength={200}
        error={form.errors['reference']}
      />
      <p className={fields.note}>
        {t('incoming.promise.left', { count, number: formats.number(count) })}
      </p>
    </FormDialog>
  );
}
