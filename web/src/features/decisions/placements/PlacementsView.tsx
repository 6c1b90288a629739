// The list of places, or what to do when there is none.
import { IconLayoutBoard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ListTable } from '~/platform/ListTable';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { useOffersSearch } from '../search';
import { usePlacementList } from './usePlacementList';

export function PlacementsView({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  const { search, show } = useOffersSearch();
  const list = usePlacementList();
  if (list.isFirst) {
    return (
      <EmptyState icon={<IconLayoutBoard />} title={t('placement.none')} text={t('placement.noneText')}>
        {may && (
          <Button
            look="primary"
            onClick={() => {
              show({ dialog: 'new' });
            }}
          >
            {t('placement.new')}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <ListTable
      list={list}
      words={{
        label: t('tabs.placements'),
        all: t('placement.all'),
        search: t('placement.search'),
        nothing: t('placement.nothing'),
        nothingText: t('placement.nothingText'),
        reset: t('placement.reset'),
        count: (count, number) => t('placement.count', { count, number }),
      }}
      openId={search.open}
      onOpen={(open) => {
        show({ open });
      }}
    />
  );
}
