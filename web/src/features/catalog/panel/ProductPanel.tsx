// One product beside the list: its fields, which save themselves, its variants, which price holds, its history.
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { neighbours } from '~/platform/neighbours';
import { managing, mayDo, reading, useMe } from '~/platform/session';
import { TrailSection } from '~/platform/TrailSection';
import { Tag } from '~/ui/control/Tag';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useProduct, useProductHistory } from '../api';
import { productFields } from '../changes';
import classes from '../catalog.module.css';
import { useCatalogSearch } from '../search';
import { VariantDialog } from '../variant/VariantDialog';
import type { Product } from '../wire';
import { stateTones } from '../words';
import { ContentSection } from '../content/ContentSection';
import { Basics } from './Basics';
import { Variants } from './Variants';
import { WhichPrice } from './WhichPrice';

const trailFields = [...productFields, 'texts', 'pictures'] as const;

export interface ProductPanelProps {
  id: string;
  // Of the list beside it, for the next and the previous one.
  ids: readonly string[];
  onOpen: (id: string) => void;
}

export function ProductPanel({ id, ids, onOpen }: ProductPanelProps) {
  const { t } = useTranslation('catalog');
  const query = useProduct(id);
  const product = query.data;
  const { show } = useCatalogSearch();
  return (
    <SidePanel
      title={product?.name ?? t('open')}
      sub={product && <Sub product={product} />}
      onClose={() => {
        show({ open: undefined });
      }}
      {...neighbours(ids, id, onOpen)}
    >
      <Loaded query={query} lines={10}>
        {(view) => <Body product={view} />}
      </Loaded>
    </SidePanel>
  );
}

function Sub({ product: { state, category } }: { product: Product }) {
  const { t } = useTranslation('catalog');
  return (
    <>
      <Tag tone={stateTones[state]} dot={state === 'on_sale'}>
        {t(`states.${state}`)}
      </Tag>
      <span dir="auto">{category}</span>
    </>
  );
}

// Who may not change anything sees the same, but cannot.
function Body({ product }: { product: Product }) {
  const { search, show } = useCatalogSearch();
  const me = useMe();
  const may = mayDo(me, managing);
  const variant = product.variants.find(({ id }) => id === search.variant);
  const opened = variant !== undefined || (search.variant === 'new' && may);
  return (
    <>
      <Variants product={product} may={may} />
      {product.variants.length > 0 && <WhichPrice product={product} />}
      <fieldset className={classes.plain} disabled={!may}>
        <Basics product={product} />
      </fieldset>
      <ContentSection id={product.id} name={product.name} may={may} />
      {mayDo(me, reading) && <History id={product.id} />}
      {opened && (
        <VariantDialog
          key={search.variant}
          product={product}
          variant={variant}
          may={may}
          onClose={() => {
            show({ variant: undefined });
          }}
        />
      )}
    </>
  );
}

function History({ id }: { id: string }) {
  const { t } = useTranslation('catalog');
  return (
    <TrailSection
      query={useProductHistory(id)}
      fields={trailFields}
      nameOf={(field) => t(`fields.${field}`)}
    />
  );
}
