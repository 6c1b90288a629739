// The frame round every input: label, hint and the message about what is wrong, tied together for
// people who see and people who listen.
import { IconAlertCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Field.module.css';

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  // What is wrong and what would be right; undefined when all is well.
  error?: ReactNode;
  // Says so beside the label; fields are required unless they say this.
  optional?: boolean;
  // The heading above says the same: the label is only spoken.
  labelHidden?: boolean;
  // The element may be linked to, so that a list of problems can point at it.
  id?: string;
}

export interface InputWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FrameProps extends FieldProps {
  children: (wiring: InputWiring) => ReactNode;
}

export function Field(props: FrameProps) {
  const { label, hint, error, optional = false, labelHidden = false, id, children } = props;
  const { t } = useTranslation('ui');
  const made = useId();
  const own = id ?? made;
  const described = [hint ? `${own}-hint` : '', error ? `${own}-error` : ''].filter(Boolean);
  return (
    <div className={classes.field}>
      <label className={labelHidden ? classes.spoken : classes.label} htmlFor={own}>
        {label}
        {optional && <span className={classes.optional}>{t('form.optional')}</span>}
      </label>
      {children({
        id: own,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <span id={`${own}-hint`} className={classes.hint}>
          {hint}
        </span>
      )}
      {error && (
        <span id={`${own}-error`} role="alert" className={classes.error}>
          <IconAlertCircle aria-hidden />
          {error}
        </span>
      )}
    </div>
  );
}
