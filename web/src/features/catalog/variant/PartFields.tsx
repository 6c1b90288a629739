// What a bundle is made of: without parts, a variant has pieces of its own.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VariantPicker } from '~/platform/VariantPicker';
import { VariantSku } from '~/platform/VariantSku';
import { Button, IconButton } from '~/ui/control/Button';
import { NumberField } from '~/ui/form/NumberField';
import classes from '../catalog.module.css';
import type { Part } from '../wire';

export interface PartFieldsProps {
  parts: readonly Part[];
  errors: Readonly<Record<string, string>>;
  onParts: (parts: readonly Part[]) => void;
}

export function PartFields({ parts, errors, onParts }: PartFieldsProps) {
  const { t } = useTranslation('catalog');
  const [adding, setAdding] = useState(false);
  const put = (index: number, quantity: number) => {
    onParts(parts.map((part, at) => (at === index ? { ...part, quantity } : part)));
  };
  return (
    <section className={classes.prices} aria-label={t('parts.title')}>
      <h3>{t('parts.title')}</h3>
      <p className={classes.quiet}>{t(parts.length > 0 ? 'parts.text' : 'parts.none')}</p>
      {errors['parts'] && <p className={classes.wrong}>{errors['parts']}</p>}
      <ul className={classes.parts}>
        {parts.map(({ variant, quantity }, index) => (
          <li key={variant}>
            <VariantSku id={variant} />
            <NumberField
              label={t('parts.pieces')}
              labelHidden
              inputMode="numeric"
              before="×"
              defaultValue={String(quantity)}
              error={errors[`parts.${String(index)}.quantity`] ?? errors[`parts.${String(index)}.variant`]}
              onChange={(text) => {
                // What is no number of pieces is refused with its reason when it is sent.
                put(index, /^\d{1,6}$/.test(text) ? Number(text) : 0);
              }}
            />
            <IconButton
              label={t('parts.remove')}
              onClick={() => {
                onParts(parts.filter((_, at) => at !== index));
              }}
            >
              <IconX aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {adding ? (
        <VariantPicker
          label={t('parts.which')}
          onPick={({ id }) => {
            setAdding(false);
            if (!parts.some(({ variant }) => variant === id)) onParts([...parts, { variant: id, quantity: 1 }]);
          }}
        />
      ) : (
        <div>
          <Button
            look="dashed"
            icon={<IconPlus aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('parts.add')}
          </Button>
        </div>
      )}
    </section>
  );
}
