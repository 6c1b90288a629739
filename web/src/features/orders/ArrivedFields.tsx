// Where what was brought back lies now, whether it can be sold again, and how the money goes back.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '~/ui/form/Choices';
import { Select } from '~/ui/form/Select';
import { useLocations } from './api';
import type { Arrived } from './wire';
import { ways } from './words';

export interface ArrivedFieldsProps {
  // Without a location: the first one.
  arrived: Partial<Arrived>;
  onArrived: (arrived: Partial<Arrived>) => void;
}

export function useArrived(arrived: Partial<Arrived>): Arrived | undefined {
  const locations = useLocations(true).data?.items.filter(({ active }) => active) ?? [];
  const location = arrived.location ?? locations[0]?.id;
  return location === undefined ? undefined : { restock: true, ...arrived, location };
}

export function ArrivedFields({ arrived, onArrived }: ArrivedFieldsProps) {
  const { t } = useTranslation('orders');
  const locations = useLocations(true).data?.items.filter(({ active }) => active) ?? [];
  return (
    <>
      <Select
        label={t('giveBack.where')}
        value={arrived.location ?? locations[0]?.id ?? ''}
        options={locations.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(location) => {
          onArrived({ ...arrived, location });
        }}
      />
      <Checkbox
        label={t('giveBack.restock')}
        checked={arrived.restock ?? true}
        onChange={(event) => {
          onArrived({ ...arrived, restock: event.target.checked });
        }}
      />
      <Select
        label={t('giveBack.refund')}
        empty={t('giveBack.later')}
        value={arrived.refund ?? ''}
        options={ways.map((value) => ({ value, label: t(`ways.${value}`) }))}
        onChange={(way) => {
          onArrived({ ...arrived, refund: way || null });
        }}
      />
    </>
  );
}
