// The list of offers, or what to do when there is none.
import { IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '~/platform/ListTable';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { useOffersSearch } from '../search';
import { useOfferList } from './useOfferList';

export function OffersView({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  const { search, show } = useOffersSearch();
  const list = useOfferList();
  if (list.isFirst) {
    return (
      <EmptyState icon={<IconBulb />} title={t('none')} text={t('noneText')}>
        {may && (
          <Button
            look="primary"
            onClick={() => {
              show({ dialog: 'new' });
            }}
          >
            {t('create.title')}
          </Button>
        )}
      </EmptyState>
    );
  }
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
