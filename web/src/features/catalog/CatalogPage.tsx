// The products: a grid, with the open product beside it and its variant over it.
import { IconPackage, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { idOf } from '~/platform/gridList';
import { Page } from '~/platform/Page';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import { GridBar } from '~/ui/grid/GridBar';
import { ViewTabs } from '~/ui/grid/ViewTabs';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { useTableEdits } from './changes';
import { ExportButton } from './ExportButton';
import { NewProductDialog } from './NewProductDialog';
import { ProductPanel } from './panel/ProductPanel';
import { useCatalogSearch } from './search';
import { type List, useList } from './useList';

export default function CatalogPage() {
  const { t } = useTranslation('catalog');
  const { search, show } = useCatalogSearch();
  const list = useList();
  const may = mayDo(useMe(), managing);
  const ids = list.source.rows.map(idOf);
  return (
    <Page
      title={t('title')}
      width="full"
      actions={
        may &&
        !list.isFirst && (
          <>
            <ExportButton />
            <AddButton />
          </>
        )
      }
    >
      <Split
        panel={
          search.open && (
            <ProductPanel
              key={search.open}
              id={search.open}
              ids={ids}
              onOpen={(open) => {
                show({ open, variant: undefined });
              }}
            />
          )
        }
      >
        {list.isFirst ? <Empty may={may} /> : <Table list={list} may={may} />}
      </Split>
      {search.dialog === 'new' && may && (
        <NewProductDialog
          onClose={() => {
            show({ dialog: undefined });
          }}
        />
      )}
    </Page>
  );
}

function AddButton() {
  const { t } = useTranslation('catalog');
  const { show } = useCatalogSearch();
  const phone = usePhone();
  const add = () => {
    show({ dialog: 'new' });
  };
  if (phone) {
    return (
      <IconButton look="primary" label={t('create.title')} onClick={add}>
        <IconPlus aria-hidden />
      </IconButton>
    );
  }
  return (
    <Button look="primary" icon={<IconPlus aria-hidden />} onClick={add}>
      {t('create.title')}
    </Button>
  );
}

function Empty({ may }: { may: boolean }) {
  const { t } = useTranslation('catalog');
  return (
    <EmptyState icon={<IconPackage />} title={t('none')} text={t('noneText')}>
      {may && (
        <>
          <AddButton />
          <Link to="/settings/keys">{t('toKeys')}</Link>
        </>
      )}
    </EmptyState>
  );
}

function Table({ list, may }: { list: List; may: boolean }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const { search, show } = useCatalogSearch();
  const save = useTableEdits();
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
          show({ open: id, variant: undefined });
        }}
        {...(may ? { onEdit: save } : {})}
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
