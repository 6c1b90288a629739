// Ticks: one alone, or several of a short list shown as chips.
import { type ComponentProps, type ReactNode, useId } from 'react';
import classes from './Field.module.css';
import type { Option } from './Select';

export interface CheckboxProps extends ComponentProps<'input'> {
  // A radio button when only one of a few may be ticked.
  type?: 'checkbox' | 'radio';
  label: ReactNode;
}

export function Checkbox({ label, type = 'checkbox', ...input }: CheckboxProps) {
  return (
    <label className={classes.choice}>
      <input type={type} {...input} />
      <span>{label}</span>
    </label>
  );
}

export interface ChoicesProps {
  label: string;
  labelHidden?: boolean;
  hint?: string | undefined;
  error?: ReactNode;
  id?: string;
  options: readonly Option[];
  // What is ticked, when it follows from more than the ticking; else `defaultValue`.
  value?: readonly string[];
  defaultValue?: readonly string[];
  onChange: (value: string[]) => void;
}

export function Choices(props: ChoicesProps) {
  const { label, labelHidden = false, hint, error, id, options, value, onChange } = props;
  const made = useId();
  const own = id ?? made;
  return (
    <fieldset
      id={own}
      tabIndex={-1}
      className={classes.set}
      aria-describedby={(error ?? hint) ? `${own}-note` : undefined}
    >
      <legend className={labelHidden ? classes.spoken : classes.label}>{label}</legend>
      <div className={classes.choices}>
        {options.map((option) => (
          <label key={option.value} className={classes.chip}>
            <input
              type="checkbox"
              value={option.value}
              onChange={(event) => {
                onChange(tickedIn(event.currentTarget));
              }}
              {...(value
                ? { checked: value.includes(option.value) }
                : { defaultChecked: props.defaultValue?.includes(option.value) })}
            />
            {option.label}
          </label>
        ))}
      </div>
      {(error ?? hint) && (
        <span id={`${own}-note`} className={error ? classes.error : classes.hint}>
          {error ?? hint}
        </span>
      )}
    </fieldset>
  );
}

function tickedIn(input: HTMLElement): string[] {
  const ticked = input.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input:checked');
  return [...(ticked ?? [])].map(({ value }) => value);
}
