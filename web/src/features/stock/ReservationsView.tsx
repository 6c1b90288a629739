// All that is promised, or was.
import { useTranslation } from 'react-i18next';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { useReservations } from './api';
import { ReservationLines } from './ReservationLines';
import { states, useStockSearch } from './search';

export function ReservationsView() {
  const { t } = useTranslation('stock');
  const { search, show } = useStockSearch();
  const state = search.state ?? 'held';
  return (
    <Card
      title={t('tabs.reservations')}
      note={t('reservationsNote')}
      actions={
        <Select
          label={t('fields.state')}
          labelHidden
          value={state}
          options={[
            ...states.map((value) => ({ value, label: t(`states.${value}`) })),
            { value: 'all', label: t('states.all') },
          ]}
          onChange={(next) => {
            show({ state: next }, true);
          }}
        />
      }
    >
      <ReservationLines query={useReservations(state === 'all' ? {} : { state }, 50)} named />
    </Card>
  );
}
