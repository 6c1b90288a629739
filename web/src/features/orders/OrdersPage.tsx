// The orders of all channels, with the open one beside them.
import { IconPlus, IconReceipt } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { idOf } from '~/platform/gridList';
import { ListTable } from '~/platform/ListTable';
import { Page } from '~/platform/Page';
import { mayDo, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { OrderPanel } from './panel/OrderPanel';
import { handling } from './roles';
import { useOrdersSearch } from './search';
import { type List, useList } from './useList';

export default function OrdersPage() {
  const { t } = useTranslation('orders');
  const { search, show } = useOrdersSearch();
  const list = useList();
  return (
    <Page title={t('title')} width="full" actions={<PlaceButton />}>
      <Split
        panel={
          search.open && (
            <OrderPanel
              key={search.open}
              id={search.open}
              ids={list.source.rows.map(idOf)}
              onOpen={(open) => {
                show({ open });
              }}
            />
          )
        }
      >
        {list.isFirst ? (
          <EmptyState icon={<IconReceipt />} title={t('none')} text={t('noneText')} />
        ) : (
          <Table list={list} />
        )}
      </Split>
    </Page>
  );
}

function PlaceButton() {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const phone = usePhone();
  const go = () => void navigate({ to: '/orders/new' });
  if (!mayDo(useMe(), handling)) return null;
  if (phone) {
    return (
      <IconButton look="primary" label={t('place.title')} onClick={go}>
        <IconPlus aria-hidden />
      </IconButton>
    );
  }
  return (
    <Button look="primary" icon={<IconPlus aria-hidden />} onClick={go}>
      {t('place.title')}
    </Button>
  );
}

function Table({ list }: { list: List }) {
  const { t } = useTranslation('orders');
  const { search, show } = useOrdersSearch();
  return (
    <ListTable
      list={list}
      words={{
        label: t('title'),
        all: t('all'),
        search: t('search'),
        nothing: t('nothing'),
        nothingText: t('nothingText'),
        reset: t('reset'),
        count: (count, number) => t('count', { count, number }),
      }}
      openId={search.open}
      onOpen={(open) => {
        show({ open });
      }}
    />
  );
}
