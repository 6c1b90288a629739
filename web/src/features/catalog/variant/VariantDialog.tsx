// One variant of a product: its number, what tells it apart, what it costs the company and what it costs whom.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormDialog } from '~/platform/FormDialog';
import { mayDo, reading, useMe } from '~/platform/session';
import { TrailSection } from '~/platform/TrailSection';
import { showToast } from '~/ui/feedback/toasts';
import { Checkbox } from '~/ui/form/Choices';
import { MoneyField } from '~/ui/form/NumberField';
import { TextField } from '~/ui/form/TextField';
import { useLocale } from '~/ui/text/locale';
import { useRefresh, useVariantHistory } from '../api';
import type { Product, Variant } from '../wire';
import { firstDraft, sendVariant, type VariantDraft } from './draft';
import { GtinField } from './GtinField';
import { PartFields } from './PartFields';
import { PriceFields } from './PriceFields';

export interface VariantDialogProps {
  product: Product;
  // Absent: a new one.
  variant: Variant | undefined;
  may: boolean;
  onClose: () => void;
}

export function VariantDialog({ product, variant: now, may, onClose }: VariantDialogProps) {
  const { t } = useTranslation('catalog');
  const { currency } = useLocale();
  const refresh = useRefresh();
  // As it was when it was opened: what somebody else makes of it meanwhile is refused, never overwritten.
  const [variant] = useState(now);
  const [draft, setDraft] = useState(() => firstDraft(product, variant, currency));
  const put = (change: Partial<VariantDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const form = useForm(async (_, insists) => {
    await sendVariant(product, insists ? now : variant, draft).finally(refresh);
    showToast(t('variant.saved', { sku: draft.sku }));
    onClose();
  });
  const tells = mayDo(useMe(), reading);
  const title = variant ? variant.sku : t('variant.title', { name: product.name });
  return (
    <FormDialog
      title={title}
      width={680}
      form={form}
      may={may}
      below={variant && tells && <History id={variant.id} />}
      onClose={onClose}
    >
      <Numbers {...{ product, draft, put }} isNew={!variant} errors={form.errors} />
      <PriceFields
        prices={draft.prices}
        errors={form.errors}
        onPrices={(prices) => {
          put({ prices });
        }}
      />
      <PartFields
        parts={draft.parts}
        errors={form.errors}
        onParts={(parts) => {
          put({ parts });
        }}
      />
      <Checkbox
        label={t('variant.active')}
        checked={draft.active}
        onChange={(event) => {
          put({ active: event.target.checked });
        }}
      />
    </FormDialog>
  );
}

interface NumbersProps {
  product: Product;
  draft: VariantDraft;
  isNew: boolean;
  errors: Readonly<Record<string, string>>;
  put: (change: Partial<VariantDraft>) => void;
}

// What it is known by, and one value for each option of its product.
function Numbers({ product, draft, isNew, errors, put }: NumbersProps) {
  const { t } = useTranslation('catalog');
  return (
    <>
      <div className={fields.pair}>
        {isNew && (
          <TextField
            label={t('fields.sku')}
            hint={t('hints.sku')}
            maxLength={64}
            value={draft.sku}
            error={errors['sku']}
            data-autofocus
            onChange={(event) => {
              put({ sku: event.target.value });
            }}
          />
        )}
        <GtinField
          value={draft.gtin}
          error={errors['gtin']}
          onChange={(gtin) => {
            put({ gtin });
          }}
        />
        {product.costs_shown && (
          <MoneyField
            label={t('variant.cost')}
            hint={t('variant.costHint')}
            optional
            currency={draft.costCurrency}
            defaultValue={draft.cost}
            error={errors['cost']}
            onChange={(cost) => {
              put({ cost });
            }}
          />
        )}
      </div>
      {product.options.length > 0 && (
        <div className={fields.pair}>
          {product.options.map((option, index) => (
            <TextField
              key={option}
              label={option}
              maxLength={80}
              value={draft.values[index] ?? ''}
              error={errors[`option_values.${String(index)}`] ?? (index === 0 && errors['option_values'])}
              onChange={({ target: { value } }) => {
                put({ values: draft.values.map((one, at) => (at === index ? value : one)) });
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}

const variantFields = ['gtin', 'option_values', 'cost', 'active', 'prices', 'parts'] as const;

function History({ id }: { id: string }) {
  const { t } = useTranslation('catalog');
  const query = useVariantHistory(id);
  return <TrailSection query={query} fields={variantFields} nameOf={(field) => t(`variantFields.${field}`)} />;
}
