// What a product is: each field saves itself.
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { SavedSelect, SavedText } from '~/platform/SavedField';
import { Section } from '~/ui/layout/Section';
import { useFieldEdit } from '../changes';
import { optionsIn, optionsText } from '../options';
import type { Product, State, VatClass } from '../wire';
import { stateOptions, vatOptions } from '../words';

export function Basics({ product }: { product: Product }) {
  const { t } = useTranslation('catalog');
  const edit = useFieldEdit();
  const { id } = product;
  const inUse = product.variants.length > 0;
  return (
    <Section title={t('product')}>
      <SavedText
        label={t('fields.name')}
        value={product.name}
        onSave={(to, from) => edit({ id, field: 'name', from, to })}
      />
      <SavedText
        label={t('fields.category')}
        hint={t('hints.category')}
        value={product.category}
        onSave={(to, from) => edit({ id, field: 'category', from, to })}
      />
      <div className={fields.pair}>
        <SavedSelect
          label={t('fields.state')}
          value={product.state}
          options={stateOptions(t)}
          onSave={(to) => edit({ id, field: 'state', from: product.state, to: to as State })}
        />
        <SavedSelect
          label={t('fields.vat')}
          value={product.vat}
          options={vatOptions(t)}
          onSave={(to) => edit({ id, field: 'vat', from: product.vat, to: to as VatClass })}
        />
      </div>
      {(!inUse || product.options.length > 0) && (
        <SavedText
          label={t('fields.options')}
          hint={t(inUse ? 'hints.optionsInUse' : 'hints.options')}
          value={optionsText(product.options)}
          onSave={(to, from) =>
            edit({ id, field: 'options', from: optionsIn(from), to: optionsIn(to) })
          }
        />
      )}
      <SavedText
        lines={3}
        label={t('fields.description')}
        value={product.description}
        onSave={(to, from) => edit({ id, field: 'description', from, to })}
      />
    </Section>
  );
}
