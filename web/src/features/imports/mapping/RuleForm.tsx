// One event that a row gives: when, and with which fields.
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKindName } from '~/platform/kinds';
import { Button, IconButton } from '~/ui/control/Button';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import classes from '../imports.module.css';
import type { Condition, Rule, Test } from '../wire';
import { isAlone, options, tests } from '../words';
import { FieldList } from './FieldList';

export interface RuleFormProps {
  rule: Rule;
  at: number;
  errors: Readonly<Record<string, string>>;
  onRule: (rule: Rule) => void;
  onRemove: () => void;
}

export function RuleForm({ rule, at, errors, onRule, onRemove }: RuleFormProps) {
  const { t } = useTranslation('imports');
  const kindName = useKindName();
  const place = `events.${at}`;
  const when = rule.when ?? [];
  const setWhen = (next: Condition[]) => {
    onRule({ ...rule, when: next });
  };
  return (
    <fieldset className={classes.rule}>
      <legend>{t('formulas.event', { number: at + 1, kind: kindName(rule.kind ?? '') })}</legend>
      <FieldList fields={rule} place={place} errors={errors} onFields={onRule} />
      <TextField
        label={t('formulas.oncePer')}
        hint={t('formulas.oncePerHint')}
        optional
        value={rule.once_per ?? ''}
        error={errors[`${place}.once_per`]}
        onChange={(event) => {
          onRule({ ...rule, once_per: event.target.value || null });
        }}
      />
      {when.length > 0 && <span className={classes.label}>{t('formulas.when')}</span>}
      {when.map((condition, index) => (
        <ConditionFields
          // Conditions have no name and are changed where they stand.
          key={`${index} of ${when.length}`}
          condition={condition}
          error={errors[`${place}.when.${index}.of`] ?? errors[`${place}.when.${index}.value`]}
          onCondition={(next) => {
            setWhen(when.map((one, other) => (other === index ? next : one)));
          }}
          onRemove={() => {
            setWhen(when.filter((_, other) => other !== index));
          }}
        />
      ))}
      <div className={classes.ruleActions}>
        <Button
          look="dashed"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            setWhen([...when, { of: '', test: 'filled' }]);
          }}
        >
          {t('formulas.addCondition')}
        </Button>
        <Button look="quiet" icon={<IconTrash aria-hidden />} onClick={onRemove}>
          {t('formulas.removeEvent')}
        </Button>
      </div>
    </fieldset>
  );
}

interface ConditionFieldsProps {
  condition: Condition;
  error: string | undefined;
  onCondition: (condition: Condition) => void;
  onRemove: () => void;
}

function ConditionFields({ condition, error, onCondition, onRemove }: ConditionFieldsProps) {
  const { t } = useTranslation('imports');
  const { of, test, value } = condition;
  return (
    <div className={classes.condition}>
      <TextField
        label={t('formulas.of')}
        labelHidden
        value={of}
        error={error}
        onChange={(event) => {
          onCondition({ ...condition, of: event.target.value });
        }}
      />
      <Select
        label={t('formulas.test')}
        labelHidden
        value={test}
        options={options(tests, (one) => t(`tests.${one}`))}
        onChange={(chosen) => {
          const next = chosen as Test;
          onCondition({ of, test: next, ...(isAlone(next) ? {} : { value: value ?? '' }) });
        }}
      />
      {!isAlone(test) && (
        <TextField
          label={t('formulas.value')}
          labelHidden
          value={value ?? ''}
          onChange={(event) => {
            onCondition({ ...condition, value: event.target.value });
          }}
        />
      )}
      <IconButton label={t('formulas.removeCondition')} onClick={onRemove}>
        <IconX aria-hidden />
      </IconButton>
    </div>
  );
}
