// What a change of many products does, value by value.
import { useTranslation } from 'react-i18next';
import { PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import classes from '../catalog.module.css';
import type { State, VatClass } from '../wire';
import type { EditLine, EditPreview } from './api';

export function EditLines({ preview }: { preview: EditPreview }) {
  const { t } = useTranslation('catalog');
  const shown = useShownValue();
  const { lines, changes, products, unchanged } = preview;
  return (
    <div className={classes.change}>
      <p className={classes.quiet}>
        {t('bulk.told', { count: changes, products: t('bulk.products', { count: products }) })}{' '}
        {unchanged > 0 && t('bulk.unchanged', { count: unchanged })}
      </p>
      {lines.length > 0 && (
        <PlainTable
          label={t('bulk.lines')}
          rows={lines}
          rowId={({ product, sku, field }) => `${product} ${sku ?? ''} ${field}`}
          columns={[
            {
              id: 'name',
              title: t('product'),
              cell: ({ name, sku }) => <span dir="auto">{sku ? `${name} · ${sku}` : name}</span>,
            },
            { id: 'field', title: t('bulk.what'), cell: ({ field }) => t(`bulk.fields.${field}`) },
            { id: 'before', title: t('bulk.now'), cell: (line) => shown(line, line.before) },
            { id: 'after', title: t('bulk.becomes'), cell: (line) => <b>{shown(line, line.after)}</b> },
          ]}
        />
      )}
      {changes > lines.length && <p className={classes.quiet}>{t('bulk.more', { count: changes - lines.length })}</p>}
    </div>
  );
}

function useShownValue() {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  return ({ field }: EditLine, value: string): string => {
    if (value === '') return '–';
    if (field === 'state') return t(`states.${value as State}`);
    if (field === 'vat') return t(`vatClasses.${value as VatClass}`);
    if (field !== 'cost' && field !== 'price') return value;
    const [amount = '', currency = ''] = value.split(' ');
    return formats.money(amount, currency);
  };
}
