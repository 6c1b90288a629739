// Pieces of a delivery came in: those who wait for them get theirs first.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { useVariant } from '~/platform/variants';
import { showToast } from '~/ui/feedback/toasts';
import { NumberField } from '~/ui/form/NumberField';
import { useFormats } from '~/ui/text/locale';
import { piecesIn } from '../acts';
import { useRefresh } from '../api';
import type { Incoming } from '../wire';
import { arrive } from './api';
import { toCome } from './pieces';

export function ArrivalDialog({ of, onClose }: { of: Incoming; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const refresh = useRefresh();
  const sku = useVariant(of.variant).data?.sku ?? '…';
  const [typed, setTyped] = useState(String(toCome(of)));
  const form = useForm(async () => {
    const pieces = piecesIn(typed, 1);
    if (pieces === undefined) throw refusalOf('quantity', t('whole'));
    await arrive(of.id, pieces).finally(() => void refresh());
    showToast(t('acts.received.done', { sku, count: pieces, number: formats.number(pieces) }));
    onClose();
  });
  return (
    <FormDialog
      title={t('incoming.arrive.title', { sku })}
      width={420}
      action={t('incoming.arrive.action')}
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
      <p className={fields.note}>
        {of.promised > 0
          ? t('incoming.arrive.waiting', { count: of.promised, number: formats.number(of.promised) })
          : t('incoming.arrive.nobody')}
      </p>
    </FormDialog>
  );
}
