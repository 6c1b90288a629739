// The number under the bar code, checked while it is typed.
import { useTranslation } from 'react-i18next';
import { TextField } from '~/ui/form/TextField';
import { gtinState } from '../gtin';

export interface GtinFieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

export function GtinField({ value, error, onChange }: GtinFieldProps) {
  const { t } = useTranslation('catalog');
  const state = gtinState(value);
  const wrong =
    state.is === 'letters'
      ? t('gtin.letters')
      : state.is === 'digit'
        ? t('gtin.digit', { wanted: state.wanted })
        : undefined;
  const hint =
    state.is === 'length'
      ? t('gtin.length', { count: state.now })
      : t(state.is === 'right' ? 'gtin.right' : 'gtin.hint');
  return (
    <TextField
      label={t('fields.gtin')}
      optional
      inputMode="numeric"
      autoComplete="off"
      value={value}
      error={wrong ?? error}
      {...(wrong ? {} : { hint })}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
