// The list of offers.
import { IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AddableList } from '../AddableList';
import { useOfferList } from './useOfferList';

export function OffersView({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  return (
    <AddableList
      list={useOfferList()}
      first={{ icon: <IconBulb />, title: t('none'), text: t('noneText') }}
      add={may && t('create.title')}
      words={{
        label: t('title'),
        all: t('all'),
        search: t('search'),
        nothing: t('nothing'),
        nothingText: t('nothingText'),
        reset: t('reset'),
        count: (count, number) => t('count', { count, number }),
      }}
    />
  );
}
