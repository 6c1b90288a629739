// The customers: everybody who was seen on any channel, with the open one beside the list.
import { IconArrowsJoin, IconDownload, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { idOf } from '~/platform/gridList';
import { ListTable } from '~/platform/ListTable';
import { Page } from '~/platform/Page';
import { managing, mayDo, serving, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { Menu } from '~/ui/overlay/Menu';
import { useFilterQuery } from './api';
import { CustomerPanel } from './panel/CustomerPanel';
import { ProposalsDialog } from './proposals/ProposalsDialog';
import { useCustomersSearch } from './search';
import { type List, useList } from './useList';

export default function CustomersPage() {
  const { t } = useTranslation('customers');
  const { search, show } = useCustomersSearch();
  const list = useList();
  const serves = mayDo(useMe(), serving);
  const ids = list.source.rows.map(idOf);
  return (
    <Page
      title={t('title')}
      width="full"
      actions={!list.isFirst && <Actions list={list} serves={serves} />}
    >
      <Split
        panel={
          search.open && (
            <CustomerPanel
              key={search.open}
              id={search.open}
              ids={ids}
              onOpen={(open) => {
                show({ open });
              }}
            />
          )
        }
      >
        {list.isFirst ? <Empty /> : <Table list={list} />}
      </Split>
      {search.dialog === 'proposals' && serves && (
        <ProposalsDialog
          onClose={() => {
            show({ dialog: undefined });
          }}
        />
      )}
    </Page>
  );
}

function Actions({ list, serves }: { list: List; serves: boolean }) {
  const { t } = useTranslation('customers');
  const { show } = useCustomersSearch();
  const phone = usePhone();
  const asked = Object.entries(useFilterQuery(list.view));
  const query = new URLSearchParams(asked.map(([key, value]) => [key, String(value)])).toString();
  const files = ['csv', 'xlsx', 'parquet'] as const;
  const propose = () => {
    show({ dialog: 'proposals' });
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('export.action')}>
            <IconDownload aria-hidden />
          </IconButton>
        }
        groups={[
          {
            label: t('export.action'),
            items: files.map((form) => ({
              id: form,
              label: t(`export.${form}`),
              href: `/api/v1/customers/list/${form}${query ? `?${query}` : ''}`,
            })),
          },
        ]}
      />
      {serves &&
        (phone ? (
          <IconButton look="normal" label={t('proposals.action')} onClick={propose}>
            <IconArrowsJoin aria-hidden />
          </IconButton>
        ) : (
          <Button icon={<IconArrowsJoin aria-hidden />} onClick={propose}>
            {t('proposals.action')}
          </Button>
        ))}
    </>
  );
}

function Empty() {
  const { t } = useTranslation('customers');
  const managers = mayDo(useMe(), managing);
  return (
    <EmptyState icon={<IconUsers />} title={t('none')} text={t('noneText')}>
      {managers && (
        <>
          <Link to="/settings/imports">{t('toImports')}</Link>
          <Link to="/settings/connections">{t('toConnections')}</Link>
        </>
      )}
    </EmptyState>
  );
}

function Table({ list }: { list: List }) {
  const { t } = useTranslation('customers');
  const { search, show } = useCustomersSearch();
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
