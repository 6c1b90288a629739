// One variant beside the list: what of it is free to promise and why, what is promised, what came and went.
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { mayDo, useMe } from '~/platform/session';
import { useVariant } from '~/platform/variants';
import { Button, IconButton } from '~/ui/control/Button';
import { Section } from '~/ui/layout/Section';
import { SidePanel } from '~/ui/layout/SidePanel';
import { Menu } from '~/ui/overlay/Menu';
import { type Act, acts } from '../acts';
import { useMovements, useReservations } from '../api';
import { MovementLines } from '../MovementLines';
import { ReservationLines } from '../ReservationLines';
import { moving } from '../roles';
import { useStockSearch } from '../search';
import { WhyFree } from './WhyFree';

export function VariantPanel({ id }: { id: string }) {
  const { t } = useTranslation('stock');
  const { show } = useStockSearch();
  const query = useVariant(id);
  const product = queries.useQuery(
    'get',
    '/api/v1/catalog/products/{id}',
    { params: { path: { id: query.data?.product ?? '' } } },
    { enabled: query.data !== undefined, staleTime: 60_000 },
  );
  const variant = query.data;
  const may = mayDo(useMe(), moving);
  return (
    <SidePanel
      title={product.data?.name ?? variant?.sku ?? t('open')}
      sub={variant && <span dir="auto">{[...variant.option_values, variant.sku].join(' · ')}</span>}
      actions={may && <ActMenu />}
      footer={may && <MainActs />}
      onClose={() => {
        show({ open: undefined, channel: undefined });
      }}
    >
      <Loaded query={query} lines={8}>
        {() => (
          <>
            <WhyFree id={id} />
            <Held id={id} />
            <Moves id={id} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

const mainActs: readonly Act[] = ['received', 'counted'];

function MainActs() {
  const { t } = useTranslation('stock');
  const { show } = useStockSearch();
  return mainActs.map((act) => (
    <Button
      key={act}
      look={act === 'received' ? 'primary' : 'normal'}
      onClick={() => {
        show({ act });
      }}
    >
      {t(`acts.${act}.action`)}
    </Button>
  ));
}

function ActMenu() {
  const { t } = useTranslation('stock');
  const { show } = useStockSearch();
  return (
    <Menu
      trigger={
        <IconButton label={t('more')}>
          <IconDots aria-hidden />
        </IconButton>
      }
      groups={[
        {
          items: acts
            .filter((act) => !mainActs.includes(act))
            .map((act) => ({
              id: act,
              label: t(`acts.${act}.action`),
              onSelect: () => {
                show({ act });
              },
            })),
        },
      ]}
    />
  );
}

function Held({ id }: { id: string }) {
  const { t } = useTranslation('stock');
  return (
    <Section title={t('held')}>
      <ReservationLines query={useReservations({ variant: id, state: 'held' }, 20)} />
    </Section>
  );
}

function Moves({ id }: { id: string }) {
  const { t } = useTranslation('stock');
  return (
    <Section title={t('tabs.movements')}>
      <MovementLines query={useMovements(id, 20)} />
    </Section>
  );
}
