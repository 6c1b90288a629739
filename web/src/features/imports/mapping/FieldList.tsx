// The fields of an event that say something, each a template, and those that are kept beside them.
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '~/ui/control/Button';
import { Select } from '~/ui/form/Select';
import { TextField } from '~/ui/form/TextField';
import classes from '../imports.module.css';
import type { Attribute, FieldName, Fields } from '../wire';
import { fieldNames, options } from '../words';

export interface FieldListProps<T extends Fields> {
  fields: T;
  // Where they stand in the mapping: 'events.0'.
  place: string;
  errors: Readonly<Record<string, string>>;
  onFields: (fields: T) => void;
}

const nothing = '';

export function FieldList<T extends Fields>({ fields, place, errors, onFields }: FieldListProps<T>) {
  const { t } = useTranslation('imports');
  const used = fieldNames.filter((name) => typeof fields[name] === 'string');
  const unused = fieldNames.filter((name) => !used.includes(name));
  const props = fields.props ?? [];
  const set = (name: FieldName, value: string | undefined) => {
    onFields({ ...fields, [name]: value });
  };
  const setProps = (next: Attribute[]) => {
    onFields({ ...fields, props: next });
  };
  return (
    <div className={classes.templates}>
      {used.map((name) => (
        <Template
          key={name}
          label={t(`fields.${name}`)}
          value={fields[name] ?? ''}
          error={errors[`${place}.${name}`]}
          onChange={(value) => {
            set(name, value);
          }}
          onRemove={() => {
            set(name, undefined);
          }}
        />
      ))}
      {props.map((attribute, at) => (
        <Template
          key={attribute.name}
          label={t('fields.kept', { name: attribute.name })}
          value={attribute.value}
          error={errors[`${place}.props.${at}.value`]}
          onChange={(value) => {
            setProps(props.map((one, index) => (index === at ? { ...one, value } : one)));
          }}
          onRemove={() => {
            setProps(props.filter((_, index) => index !== at));
          }}
        />
      ))}
      <Select
        label={t('formulas.addField')}
        labelHidden
        value={nothing}
        empty={t('formulas.addField')}
        options={options(unused, (name) => t(`fields.${name}`))}
        onChange={(name) => {
          if (name) set(name as FieldName, '');
        }}
      />
    </div>
  );
}

interface TemplateProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onRemove: () => void;
}

function Template({ label, value, error, onChange, onRemove }: TemplateProps) {
  const { t } = useTranslation('imports');
  return (
    <div className={classes.template}>
      <TextField
        label={label}
        value={value}
        error={error}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <IconButton label={t('formulas.removeField', { field: label })} onClick={onRemove}>
        <IconX aria-hidden />
      </IconButton>
    </div>
  );
}
