// The list of places.
import { IconLayoutBoard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AddableList } from '../AddableList';
import { usePlacementList } from './usePlacementList';

export function PlacementsView({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  return (
    <AddableList
      list={usePlacementList()}
      first={{ icon: <IconLayoutBoard />, title: t('placement.none'), text: t('placement.noneText') }}
      add={may && t('placement.new')}
      words={{
        label: t('tabs.placements'),
        all: t('placement.all'),
        search: t('placement.search'),
        nothing: t('placement.nothing'),
        nothingText: t('placement.nothingText'),
        reset: t('placement.reset'),
        count: (count, number) => t('placement.count', { count, number }),
      }}
    />
  );
}
