// Finds one variant by name, SKU or GTIN: what is scanned is taken at once, else one of those found is chosen.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { problemOf } from '~/api/problem';
import { useSettled } from '~/ui/form/useSettled';
import { TextField } from '~/ui/form/TextField';
import { exactly, type Variant, variantName, variantSearch } from './variants';
import classes from './VariantPicker.module.css';

const address = '/api/v1/catalog/variants';
const most = 8;

export interface VariantPickerProps {
  label: string;
  error?: string | undefined;
  // Outside a dialog: whoever scans goes on without a tap.
  autoFocus?: boolean;
  onPick: (variant: Variant) => void;
}

export function VariantPicker({ label, error, autoFocus = false, onPick }: VariantPickerProps) {
  const { t } = useTranslation('platform');
  const cache = useQueryClient();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string>();
  const settled = useSettled(text.trim());
  const { data: found } = queries.useQuery('get', address, variantSearch(settled, most), {
    enabled: settled !== '',
  });
  const shown = settled === '' ? [] : (found?.items ?? []);
  // A scanner types a code and Enter faster than a search follows.
  const take = async () => {
    setWrong(undefined);
    try {
      const query = queries.queryOptions('get', address, variantSearch(text, most));
      const { items } = await cache.fetchQuery(query);
      const one = exactly(items, text) ?? (items.length === 1 ? items[0] : undefined);
      if (one) onPick(one);
      else if (items.length === 0) setWrong(t('variant.none', { text: text.trim() }));
    } catch (problem) {
      setWrong(problemOf(problem).message);
    }
  };
  return (
    <div className={classes.picker}>
      <TextField
        label={label}
        hint={t('variant.hint')}
        value={text}
        autoComplete="off"
        enterKeyHint="search"
        error={wrong ?? error}
        autoFocus={autoFocus}
        data-autofocus
        onChange={(event) => {
          setText(event.target.value);
          setWrong(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || text.trim() === '') return;
          event.preventDefault();
          void take();
        }}
      />
      {shown.length > 0 && (
        <ul className={classes.found} aria-label={t('variant.found')}>
          {shown.map((variant) => (
            <li key={variant.id}>
              <button
                type="button"
                onClick={() => {
                  onPick(variant);
                }}
              >
                <strong dir="auto">{variantName(variant)}</strong>
                <small>{[variant.sku, variant.gtin].filter(Boolean).join(' · ')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
