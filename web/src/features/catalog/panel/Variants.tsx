// The variants of a product: what tells them apart, and what each costs everybody now.
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '~/platform/useNow';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from '../catalog.module.css';
import { usualPrice } from '../prices';
import { useCatalogSearch } from '../search';
import type { Product, Variant } from '../wire';

const minuteMs = 60_000;

export function Variants({ product, may }: { product: Product; may: boolean }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const { show } = useCatalogSearch();
  const { variants } = product;
  return (
    <Section
      title={t('fields.variants')}
      note={variants.length > 0 && formats.number(variants.length)}
      action={
        may && (
          <Button
            look="quiet"
            icon={<IconPlus aria-hidden />}
            onClick={() => {
              show({ variant: 'new' });
            }}
          >
            {t('variant.add')}
          </Button>
        )
      }
    >
      {variants.length === 0 && <p className={classes.quiet}>{t('variant.none')}</p>}
      <ul className={classes.variants}>
        {variants.map((variant) => (
          <li key={variant.id}>
            <VariantLine
              variant={variant}
              onOpen={() => {
                show({ variant: variant.id });
              }}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function VariantLine({ variant, onOpen }: { variant: Variant; onOpen: () => void }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const usual = usualPrice(variant.prices, useNow(minuteMs));
  const others = variant.prices.length - (usual ? 1 : 0);
  return (
    <button type="button" className={classes.variant} onClick={onOpen}>
      <span className={classes.names}>
        <strong dir="auto">{variant.option_values.join(' / ') || variant.sku}</strong>
        <small>
          {[variant.option_values.length > 0 && variant.sku, variant.gtin].filter(Boolean).join(' · ')}
        </small>
      </span>
      <span className={classes.figures}>
        <b>{usual ? formats.money(usual.amount, usual.currency) : '–'}</b>
        {others > 0 && <small>{t('variant.morePrices', { count: others })}</small>}
        {!variant.active && <Tag>{t('variant.inactive')}</Tag>}
      </span>
    </button>
  );
}
