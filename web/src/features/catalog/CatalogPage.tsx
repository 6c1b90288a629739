// The products: a grid, with the open product beside it and its variant over it.
import { IconListCheck, IconPackage, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idOf } from '~/platform/gridList';
import { ListTable } from '~/platform/ListTable';
import { Page } from '~/platform/Page';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { useTableEdits } from './changes';
import { FilesMenu } from './FilesMenu';
import { NewProductDialog } from './NewProductDialog';
import { ProductPanel } from './panel/ProductPanel';
import { useCatalogSearch } from './search';
import { type List, useList } from './useList';

const ImportDialog = lazy(() => import('./import/ImportDialog'));
const CompletenessDialog = lazy(() => import('./completeness/CompletenessDialog'));
const EditDialog = lazy(() => import('./bulk/EditDialog'));
const EditsDialog = lazy(() => import('./bulk/EditsDialog'));

export default function CatalogPage() {
  const { t } = useTranslation('catalog');
  const { search, show } = useCatalogSearch();
  const list = useList();
  const may = mayDo(useMe(), managing);
  const ids = list.source.rows.map(idOf);
  const close = () => {
    show({ dialog: undefined });
  };
  return (
    <Page
      title={t('title')}
      width="full"
      actions={
        !list.isFirst && (
          <>
            <CompletenessButton />
            {may && (
              <>
                <FilesMenu />
                <AddButton />
              </>
            )}
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
      {search.dialog === 'new' && may && <NewProductDialog onClose={close} />}
      <Suspense fallback={null}>
        {search.dialog === 'import' && may && <ImportDialog onClose={close} />}
        {search.dialog === 'completeness' && <CompletenessDialog may={may} onClose={close} />}
        {search.dialog === 'edits' && may && <EditsDialog onClose={close} />}
      </Suspense>
    </Page>
  );
}

function CompletenessButton() {
  const { t } = useTranslation('catalog');
  const { show } = useCatalogSearch();
  return (
    <IconButton
      label={t('complete.title')}
      onClick={() => {
        show({ dialog: 'completeness' });
      }}
    >
      <IconListCheck aria-hidden />
    </IconButton>
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
  const { show } = useCatalogSearch();
  return (
    <EmptyState icon={<IconPackage />} title={t('none')} text={t('noneText')}>
      {may && (
        <>
          <AddButton />
          <Button
            onClick={() => {
              show({ dialog: 'import' });
            }}
          >
            {t('import.title')}
          </Button>
          <Link to="/settings/keys">{t('toKeys')}</Link>
        </>
      )}
    </EmptyState>
  );
}

function Table({ list, may }: { list: List; may: boolean }) {
  const { t } = useTranslation('catalog');
  const { search, show } = useCatalogSearch();
  const save = useTableEdits();
  const [edited, setEdited] = useState<readonly string[] | null>(null);
  const actions = (ids: readonly string[]) => [
    {
      id: 'edit',
      label: t('bulk.action'),
      icon: <IconPencil aria-hidden />,
      onSelect: () => {
        setEdited(ids);
      },
    },
  ];
  return (
    <>
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
        show({ open, variant: undefined });
      }}
      {...(may ? { onEdit: save, selectionActions: actions } : {})}
    />
      {edited && (
        <Suspense fallback={null}>
          <EditDialog
            products={edited}
            onClose={() => {
              setEdited(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
