// What of each variant lies where, and what of it is free to promise.
import { IconBuildingWarehouse } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { idOf } from '~/platform/gridList';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import { GridBar } from '~/ui/grid/GridBar';
import { ViewTabs } from '~/ui/grid/ViewTabs';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { type Figure, figures, useStockSearch } from '../search';
import { type List, useList } from '../useList';

export function MatrixView() {
  const list = useList();
  if (list.isFirst) return <NothingSold />;
  if (list.locations?.length === 0) return <NoLocation />;
  return <Table list={list} />;
}

function NothingSold() {
  const { t } = useTranslation('stock');
  return (
    <EmptyState icon={<IconBuildingWarehouse />} title={t('none')} text={t('noneText')}>
      <Link to="/products">{t('toProducts')}</Link>
    </EmptyState>
  );
}

function NoLocation() {
  const { t } = useTranslation('stock');
  const { show } = useStockSearch();
  const may = mayDo(useMe(), managing);
  return (
    <EmptyState icon={<IconBuildingWarehouse />} title={t('noLocation')} text={t('noLocationText')}>
      {may && (
        <Button
          look="primary"
          onClick={() => {
            show({ location: 'new' });
          }}
        >
          {t('location.new')}
        </Button>
      )}
    </EmptyState>
  );
}

// What the cells say.
function Figures() {
  const { t } = useTranslation('stock');
  const { search, show } = useStockSearch();
  return (
    <Segmented
      label={t('figure')}
      value={search.figure ?? 'free'}
      items={figures.map((id) => ({ id, label: t(`figures.${id}`) }))}
      onChange={(figure: Figure) => {
        show({ figure }, true);
      }}
    />
  );
}

function Table({ list }: { list: List }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const { search, show } = useStockSearch();
  const phone = usePhone();
  const { columns, filters, source, start, view, setView, tabs } = list;
  const count = source.rows.length;
  const number = `${formats.number(count)}${source.hasMore ? '+' : ''}`;
  return (
    <>
      {(!phone || tabs.saved.length > 0) && <ViewTabs allTitle={t('all')} {...tabs} />}
      <GridBar
        columns={columns}
        filters={filters}
        view={view}
        start={start}
        onView={setView}
        searchLabel={t('search')}
      />
      <Grid
        label={t('tabs.levels')}
        columns={columns}
        source={source}
        rowId={idOf}
        view={view}
        onView={setView}
        openId={search.open}
        onOpen={({ id }) => {
          show({ open: id });
        }}
        count={t('variants', { count, number })}
        summary={!phone && <Figures />}
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
