// The whole mapping as templates and formulas: what holds for all events, each event that a row gives, and
// the lists by which values are replaced.
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, type Problem } from '~/api/problem';
import { Button } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import classes from '../imports.module.css';
import type { Fields, Mapping, Rule } from '../wire';
import { LookupsForm } from './LookupsForm';
import { RuleForm } from './RuleForm';
import { FieldList } from './FieldList';

export interface FormulasFormProps {
  columns: readonly string[];
  mapping: Mapping;
  problem: Problem | null;
  onMapping: (mapping: Mapping) => void;
}

// What is wrong with each field, by its place in the mapping: 'events.0.revenue'.
const errorsOf = (problem: Problem | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([place, text]) => [
      place.replace(/^mapping\./, ''),
      text,
    ]),
  );

export function FormulasForm({ columns, mapping, problem, onMapping }: FormulasFormProps) {
  const { t } = useTranslation('imports');
  const errors = errorsOf(problem);
  const setAll = (all: Fields) => {
    onMapping({ ...mapping, all });
  };
  const setRules = (events: Rule[]) => {
    onMapping({ ...mapping, events });
  };
  const add = () => {
    setRules([...mapping.events, { kind: 'event' }]);
  };
  return (
    <div className={classes.fields}>
      <Hints columns={columns} />
      {problem && Object.keys(errors).length === 0 && (
        <Notice tone="bad">{problem.message}</Notice>
      )}
      <fieldset className={classes.rule}>
        <legend>{t('formulas.all')}</legend>
        <FieldList
          fields={mapping.all ?? {}}
          place="all"
          errors={errors}
          onFields={setAll}
        />
      </fieldset>
      {mapping.events.map((rule, at) => (
        <RuleForm
          // Rules have no name; they only change places when one goes.
          key={`${at} of ${mapping.events.length}`}
          rule={rule}
          at={at}
          errors={errors}
          onRule={(next) => {
            setRules(mapping.events.map((one, index) => (index === at ? next : one)));
          }}
          onRemove={() => {
            setRules(mapping.events.filter((_, index) => index !== at));
          }}
        />
      ))}
      <div>
        <Button look="dashed" icon={<IconPlus aria-hidden />} onClick={add}>
          {t('formulas.addEvent')}
        </Button>
      </div>
      <LookupsForm
        lookups={mapping.lookups ?? []}
        onLookups={(lookups) => {
          onMapping({ ...mapping, lookups });
        }}
      />
    </div>
  );
}

function Hints({ columns }: { columns: readonly string[] }) {
  const { t } = useTranslation('imports');
  return (
    <details className={classes.hints}>
      <summary>{t('formulas.how')}</summary>
      <p>{t('formulas.howText')}</p>
      <p className={classes.code} dir="auto">
        {columns.map((name) => `{${name}}`).join('  ')}
      </p>
    </details>
  );
}
