// What of each variant lies where, and what of it is free to promise.
import { IconBuildingWarehouse } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListTable } from '~/platform/ListTable';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { EmptyState } from '~/ui/feedback/State';
import { usePhone } from '~/ui/layout/usePhone';
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
  const { search, show } = useStockSearch();
  const phone = usePhone();
  return (
    <ListTable
      list={list}
      words={{
        label: t('tabs.levels'),
        all: t('all'),
        search: t('search'),
        nothing: t('nothing'),
        nothingText: t('nothingText'),
        reset: t('reset'),
        count: (count, number) => t('variants', { count, number }),
      }}
      openId={search.open}
      onOpen={(open) => {
        show({ open });
      }}
      views={!phone || list.tabs.saved.length > 0}
      summary={!phone && <Figures />}
    />
  );
}
