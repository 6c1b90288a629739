// One KPI to follow, with or without a value that is wanted of it.
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { DateField } from '~/ui/form/DateField';
import { MoneyField, NumberField } from '~/ui/form/NumberField';
import { Select } from '~/ui/form/Select';
import { Dialog } from '~/ui/overlay/Dialog';
import { isDecimal } from '~/ui/text/decimal';
import { useLocale } from '~/ui/text/locale';
import { kpiFormula, kpiName } from '../kpis';
import type { Kpi, Target } from '../wire';
import classes from './panel.module.css';

export interface TargetDialogProps {
  target: Target | undefined;
  kpis: readonly Kpi[];
  currency: string;
  onSave: (target: Target) => void;
  onRemove: () => void;
  onClose: () => void;
}

export function TargetDialog({
  target,
  kpis,
  currency,
  onSave,
  onRemove,
  onClose,
}: TargetDialogProps) {
  const { t } = useTranslation('channels');
  const { language } = useLocale();
  const formId = useId();
  const [draft, setDraft] = useState<Target>(target ?? newTarget());
  const [tried, setTried] = useState(false);
  const kpi = kpis.find(({ code }) => code === draft.kpi);
  const put = (change: Partial<Target>) => {
    setDraft({ ...draft, ...change });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const money = kpi?.unit === 'money' && draft.value;
    if (kpi && isComplete(draft)) onSave({ ...draft, currency: money ? currency : null });
  };
  const Value = kpi?.unit === 'money' ? MoneyField : NumberField;
  return (
    <Dialog
      open
      title={target ? t('targets.edit') : t('targets.add')}
      width={440}
      onClose={onClose}
      footer={
        <>
          {target && (
            <Button look="danger" className={classes.spread} onClick={onRemove}>
              {t('targets.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel', { ns: 'ui' })}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t('views.save', { ns: 'ui' })}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={submit} noValidate>
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
      </form>
    </Dialog>
  );
}

const newTarget = (): Target => ({
  kpi: '',
  from: `${new Date().getFullYear()}-01-01`,
  to: null,
  value: null,
  currency: null,
});

const endsLater = ({ from, to }: Target) => !to || to > from;

const isComplete = (target: Target) =>
  target.from !== '' && endsLater(target) && (!target.value || isDecimal(target.value));
