// One line of costs.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencies } from '~/platform/world';
import { useToday } from '~/platform/useToday';
import { DateField } from '~/ui/form/DateField';
import { MoneyField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import { isDecimal } from '~/ui/text/decimal';
import { useLocale } from '~/ui/text/locale';
import type { Cost } from '../wire';
import { costKinds, pers } from '../words';
import { LineDialog } from './LineDialog';
import type { OpenLine } from './Lines';
import classes from './panel.module.css';

export interface CostDialogProps extends Omit<OpenLine<Cost>, 'line'> {
  cost: Cost | undefined;
  currency: string;
}

const isDay = (text: string | null | undefined) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

export function CostDialog({ cost, currency, onSave, onRemove, onClose }: CostDialogProps) {
  const { t } = useTranslation('channels');
  const { language } = useLocale();
  const today = useToday();
  const [draft, setDraft] = useState<Cost>(cost ?? newCost(currency, today));
  const [tried, setTried] = useState(false);
  const problems = problemsOf(draft);
  const put = (change: Partial<Cost>) => {
    setDraft({ ...draft, ...change });
  };
  const errorOf = (field: keyof typeof problems) =>
    tried && problems[field] ? t(`costs.${problems[field]}`) : undefined;
  const submit = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) onSave(draft);
  };
  return (
    <LineDialog
      title={cost ? t('costs.edit') : t('costs.add')}
      remove={cost && { label: t('costs.remove'), onRemove }}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={classes.pair}>
        <MoneyField
          label={t('costs.amount')}
          currency={draft.currency}
          defaultValue={draft.amount}
          error={errorOf('amount')}
          onChange={(amount) => {
            put({ amount });
          }}
        />
        <Select
          label={t('costs.per')}
          value={draft.per}
          options={pers.map((value) => ({ value, label: t(`pers.${value}`) }))}
          onChange={(per) => {
            put({ per: per as Cost['per'] });
          }}
        />
      </div>
      <div className={classes.pair}>
        <Select
          label={t('costs.kind')}
          value={draft.kind}
          options={costKinds.map((value) => ({ value, label: t(`costKinds.${value}`) }))}
          onChange={(kind) => {
            put({ kind: kind as Cost['kind'] });
          }}
        />
        <Select
          label={t('fields.currency')}
          value={draft.currency}
          options={currencies(language)}
          onChange={(chosen) => {
            put({ currency: chosen });
          }}
        />
      </div>
      <TextField
        label={t('costs.note')}
        optional
        maxLength={200}
        defaultValue={draft.note}
        onChange={(event) => {
          put({ note: event.target.value });
        }}
      />
      <div className={classes.pair}>
        <DateField
          label={t('costs.from')}
          defaultValue={draft.from}
          error={errorOf('from')}
          onChange={(from) => {
            put({ from });
          }}
        />
        <DateField
          label={t('costs.to')}
          optional
          hint={t('costs.toHint')}
          defaultValue={draft.to ?? ''}
          error={errorOf('to')}
          onChange={(to) => {
            put({ to: to || null });
          }}
        />
      </div>
    </LineDialog>
  );
}

const newCost = (currency: string, today: string): Cost => ({
  kind: 'fixed',
  note: '',
  amount: '',
  currency,
  per: 'month',
  from: `${today.slice(0, 4)}-01-01`,
  to: null,
});

function problemsOf({ amount, from, to }: Cost) {
  return {
    ...(isDecimal(amount) ? {} : { amount: 'amountMissing' as const }),
    ...(isDay(from) ? {} : { from: 'fromMissing' as const }),
    ...(to && (!isDay(to) || to <= from) ? { to: 'wrongPeriod' as const } : {}),
  };
}
