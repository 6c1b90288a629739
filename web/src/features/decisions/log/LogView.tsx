// What was decided, the newest first: of everybody, or of one customer.
import { IconListSearch, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListTable } from '~/platform/ListTable';
import { IconButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import classes from '../decisions.module.css';
import { useOffersSearch } from '../search';
import { useLogList } from './useLogList';

export function LogView() {
  const { t } = useTranslation('decisions');
  const { search, show } = useOffersSearch();
  const list = useLogList();
  if (list.isFirst) {
    return <EmptyState icon={<IconListSearch />} title={t('log.none')} text={t('log.noneText')} />;
  }
  return (
    <>
      {search.customer && <OfCustomer id={search.customer} />}
      <ListTable
        list={list}
        words={{
          label: t('tabs.log'),
          all: t('log.all'),
          nothing: t('log.notFound'),
          nothingText: t('log.notFoundText'),
          reset: t('log.reset'),
          count: (count, number) => t('log.count', { count, number }),
        }}
        openId={search.open}
        onOpen={(open) => {
          show({ open });
        }}
      />
    </>
  );
}

function OfCustomer({ id }: { id: string }) {
  const { t } = useTranslation('decisions');
  const { show } = useOffersSearch();
  return (
    <div className={classes.ofCustomer}>
      <span>{t('log.ofCustomer')}</span>
      <Link to="/customers" search={{ open: id }}>
        {t('log.toCustomer')}
      </Link>
      <IconButton
        label={t('log.ofAll')}
        onClick={() => {
          show({ customer: undefined, open: undefined });
        }}
      >
        <IconX aria-hidden />
      </IconButton>
    </div>
  );
}
