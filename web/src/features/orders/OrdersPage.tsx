// The orders of all channels, with the open one beside them.
import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { idOf } from '~/platform/gridList';
import { Page } from '~/platform/Page';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import { GridBar } from '~/ui/grid/GridBar';
import { ViewTabs } from '~/ui/grid/ViewTabs';
import { Split } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { OrderPanel } from './panel/OrderPanel';
import { useOrdersSearch } from './search';
import { type List, useList } from './useList';

export default function OrdersPage() {
  const { t } = useTranslation('orders');
  const { search, show } = useOrdersSearch();
  const list = useList();
  return (
    <Page title={t('title')} width="full">
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

function Table({ list }: { list: List }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const { search, show } = useOrdersSearch();
  const { columns, filters, source, start, view, setView, tabs } = list;
  const count = source.rows.length;
  const number = `${formats.number(count)}${source.hasMore ? '+' : ''}`;
  return (
    <>
      <ViewTabs allTitle={t('all')} {...tabs} />
      <GridBar
        columns={columns}
        filters={filters}
        view={view}
        start={start}
        onView={setView}
        searchLabel={t('search')}
      />
      <Grid
        label={t('title')}
        columns={columns}
        source={source}
        rowId={idOf}
        view={view}
        onView={setView}
        openId={search.open}
        onOpen={({ id }) => {
          show({ open: id });
        }}
        count={t('count', { count, number })}
        empty={
          <EmptyState title={t('nothing')} text={t('nothingText')}>
            <Button
              onClick={() => {
                setView({ ...view, search: '', filters: [] });
              }}
            >
              {t('reset')}
            </Button>
          </EmptyState>
        }
      />
    </>
  );
}
