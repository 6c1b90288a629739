// One KPI to follow, with or without a value that is wanted of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kpiFormula, kpiName } from '~/platform/kpis';
import { useToday } from '~/platform/useToday';
import { DateField } from '~/ui/form/DateField';
import { MoneyField, NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { isDecimal } from '~/ui/text/decimal';
import { useLocale } from '~/ui/text/locale';
import type { Kpi, Target } from '../wire';
import { LineDialog } from './LineDialog';
import type { OpenLine } from './Lines';
import classes from './panel.module.css';

export interface TargetDialogProps extends Omit<OpenLine<Target>, 'line'> {
  target: Target | undefined;
  kpis: readonly Kpi[];
  currency: string;
}

export function TargetDialog(props: TargetDialogProps) {
  const { target, kpis, currency, onSave, onRemove, onClose } = props;
  const { t } = useTranslation('channels');
  const { language } = useLocale();
  const today = useToday();
  const [draft, setDraft] = useState<Target>(target ?? newTarget(today));
  const [tried, setTried] = useState(false);
  const kpi = kpis.find(({ code }) => code === draft.kpi);
  const put = (change: Partial<Target>) => {
    setDraft({ ...draft, ...change });
  };
  const submit = () => {
    setTried(true);
    const money = kpi?.unit === 'money' && draft.value;
    if (kpi && isComplete(draft)) onSave({ ...draft, currency: money ? currency : null });
  };
  const Value = kpi?.unit === 'money' ? MoneyField : NumberField;
  return (
    <LineDialog
      title={target ? t('targets.edit') : t('targets.add')}
      remove={target && { label: t('targets.remove'), onRemove }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('targets.kpi')}
        hint={kpi && kpiFormula(kpi, language)}
        value={draft.kpi}
        empty={t('none')}
        options={kpis.map((one) => ({ value: one.code, label: kpiName(one, language) }))}
        error={tried && !kpi ? t('targets.kpiMissing') : undefined}
        onChange={(code) => {
          put({ kpi: code });
        }}
      />
      <Value
        label={t('targets.value')}
        optional
        hint={t('targets.valueHint')}
        defaultValue={draft.value ?? ''}
        onChange={(value: string) => {
          put({ value: value || null });
        }}
      />
      <div className={classes.pair}>
        <DateField
          label={t('targets.from')}
          defaultValue={draft.from}
          error={tried && !draft.from ? t('costs.fromMissing') : undefined}
          onChange={(from) => {
            put({ from });
          }}
        />
        <DateField
          label={t('targets.to')}
          optional
          defaultValue={draft.to ?? ''}
          error={tried && !endsLater(draft) ? t('costs.wrongPeriod') : undefined}
          onChange={(to) => {
            put({ to: to || null });
          }}
        />
      </div>
    </LineDialog>
  );
}

const newTarget = (today: string): Target => ({
  kpi: '',
  from: `${today.slice(0, 4)}-01-01`,
  to: null,
  value: null,
  currency: null,
});

const endsLater = ({ from, to }: Target) => !to || to > from;

const isComplete = (target: Target) =>
  target.from !== '' && endsLater(target) && (!target.value || isDecimal(target.value));
