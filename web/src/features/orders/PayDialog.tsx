// Writes down what was paid of an order, or given back of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '~/api/problem';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { showToast } from '~/ui/feedback/toasts';
import { MoneyField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { isDecimal } from '~/ui/text/decimal';
import { useFormats } from '~/ui/text/locale';
import { pay, refund, useRefresh } from './api';
import { stillToPay } from './money';
import type { Order } from './wire';
import { ways } from './words';

export interface PayDialogProps {
  order: Order;
  // Money goes back to the buyer.
  back?: boolean;
  onClose: () => void;
}

export function PayDialog({ order: now, back = false, onClose }: PayDialogProps) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const refresh = useRefresh();
  const [order] = useState(now);
  const { id, currency, reference } = order;
  const kind = back ? 'refund' : 'pay';
  const [amount, setAmount] = useState(back ? order.due_back : stillToPay(order));
  const form = useForm(async (value) => {
    if (!isDecimal(amount)) throw refusalOf('amount', t(`${kind}.amountMissing`));
    const payment = { amount, currency, method: value('method'), reference: value('reference') };
    await (back ? refund : pay)(id, payment).finally(refresh);
    showToast(t(`${kind}.done`, { amount: formats.money(amount, currency) }));
    onClose();
  });
  return (
    <FormDialog
      title={t(`${kind}.title`, { reference })}
      width={420}
      action={t(`${kind}.action`)}
      form={form}
      onClose={onClose}
    >
      <MoneyField
        label={t('pay.amount')}
        currency={currency}
        defaultValue={amount}
        error={form.errors['amount']}
        onChange={setAmount}
      />
      <Select
        label={t('pay.method')}
        name="method"
        options={ways.map((value) => ({ value, label: t(`ways.${value}`) }))}
        error={form.errors['method']}
      />
      <TextField label={t('pay.reference')} name="reference" optional maxLength={200} />
    </FormDialog>
  );
}
