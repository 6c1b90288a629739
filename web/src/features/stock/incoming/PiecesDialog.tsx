// Asks how many pieces of a delivery something is done with, and does it.
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import fields from '~/platform/fields.module.css';
import { type FormState, useForm, type Values } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { useVariant } from '~/platform/variants';
import { showToast } from '~/ui/feedback/toasts';
import { NumberField } from '~/ui/form/NumberField';
import { useFormats } from '~/ui/text/locale';
import { piecesIn } from '../acts';
import { useRefresh } from '../api';
import type { Incoming } from '../wire';

// What is said once it is done.
export interface Done {
  sku: string;
  count: number;
  number: string;
}

export interface PiecesDialogProps {
  of: Incoming;
  // What stands there at first.
  pieces: number;
  title: (sku: string) => string;
  action: string;
  note: string;
  act: (pieces: number, value: Values) => Promise<unknown>;
  done: (what: Done) => string;
  // What else is asked, below the pieces.
  more?: (form: FormState) => ReactNode;
  onClose: () => void;
}

export function PiecesDialog({ of, pieces, title, action, note, act, done, more, onClose }: PiecesDialogProps) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const refresh = useRefresh();
  const sku = useVariant(of.variant).data?.sku ?? '…';
  const [typed, setTyped] = useState(String(pieces));
  const form = useForm(async (value) => {
    const count = piecesIn(typed, 1);
    if (count === undefined) throw refusalOf('quantity', t('whole'));
    await act(count, value).finally(() => void refresh());
    showToast(done({ sku, count, number: formats.number(count) }));
    onClose();
  });
  return (
    <FormDialog title={title(sku)} width={420} action={action} form={form} onClose={onClose}>
      <NumberField
        label={t('fields.pieces')}
        inputMode="numeric"
        defaultValue={typed}
        error={form.errors['quantity']}
        onChange={setTyped}
      />
      {more?.(form)}
      <p className={fields.note}>{note}</p>
    </FormDialog>
  );
}
