// A number or an amount of money, typed the Dutch or the English way. It hands out the plain decimal
// ("1234.50"); what cannot be read is kept as typed, handed out as it is, and named on leaving. Groups of three show while nobody types.
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDecimal, parseDecimal, shownDecimal, typedDecimal } from '../text/decimal';
import { useLocale } from '../text/locale';
import { Field, type FieldProps } from './Field';
import classes from './Field.module.css';

export interface NumberFieldProps extends FieldProps {
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  // On leaving, with the value as `onChange` gives it.
  onLeave?: ((value: string) => void) | undefined;
  placeholder?: string | undefined;
  // Stands before the number: a currency sign.
  before?: string | undefined;
  inputMode?: ComponentProps<'input'>['inputMode'];
  disabled?: boolean;
}

export function NumberField({
  defaultValue = '',
  onChange,
  onLeave,
  placeholder,
  before,
  inputMode = 'decimal',
  disabled,
  error,
  ...field
}: NumberFieldProps) {
  const { t } = useTranslation('ui');
  const { language } = useLocale();
  const [unreadable, setUnreadable] = useState(false);
  const read = (text: string) => parseDecimal(text, language) ?? text.trim();
  const message = error ?? (unreadable ? t('form.notANumber') : undefined);
  return (
    <Field {...field} error={message}>
      {(wiring) => (
        <div className={classes.group}>
          {before && <span className={classes.before}>{before}</span>}
          <input
            {...wiring}
            type="text"
            autoComplete="off"
            inputMode={inputMode}
            disabled={disabled}
            placeholder={placeholder}
            className={`${classes.input} ${classes.number}`}
            defaultValue={shownDecimal(defaultValue, language)}
            onFocus={(event) => {
              const value = read(event.target.value);
              if (isDecimal(value)) event.target.value = typedDecimal(value, language);
            }}
            onChange={(event) => {
              setUnreadable(false);
              onChange?.(read(event.target.value));
            }}
            onBlur={(event) => {
              const value = read(event.target.value);
              setUnreadable(value !== '' && !isDecimal(value));
              if (isDecimal(value)) event.target.value = shownDecimal(value, language);
              onLeave?.(value);
            }}
          />
        </div>
      )}
    </Field>
  );
}

export interface MoneyFieldProps extends Omit<NumberFieldProps, 'before'> {
  currency?: string | undefined;
}

export function MoneyField({ currency, ...rest }: MoneyFieldProps) {
  const locale = useLocale();
  return <NumberField before={currencySign(currency ?? locale.currency)} {...rest} />;
}

const signs: Record<string, string> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' };
const currencySign = (currency: string): string => signs[currency] ?? currency;
