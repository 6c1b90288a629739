// Which days, and whose journeys: the chips choose customers, whose whole journeys are then looked at.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { presets, type Preset } from '~/platform/period';
import { usePresetName } from '~/platform/usePresetName';
import { Select } from '~/ui/form/Select';
import { FilterChips } from '~/ui/grid/FilterChips';
import type { FilterField } from '~/ui/grid/types';
import { useFormats } from '~/ui/text/locale';
import { type Asked, useParts, useSegments } from './api';
import { type FilterName, filters, useJourneysSearch, usual } from './search';
import classes from './journeys.module.css';

const own = 'own';

export function ScopeBar({ asked }: { asked: Asked }) {
  const { t } = useTranslation('journeys');
  const presetName = usePresetName();
  const formats = useFormats();
  const { search, show } = useJourneysSearch();
  const fields = useFields(asked);
  const used = filters.flatMap((name) => {
    const value = search[name];
    return value ? [{ column: name, not: false, values: [value] }] : [];
  });
  const days = search.from && search.until ? formats.range(search.from, search.until) : undefined;
  return (
    <div className={classes.bar}>
      <div className={classes.period}>
        <Select
          label={t('period')}
          labelHidden
          value={days ? own : (search.period ?? usual.period)}
          options={[
            ...(days ? [{ value: own, label: days }] : []),
            ...presets.map((value) => ({ value, label: presetName(value) })),
          ]}
          onChange={(value) => {
            if (value === own) return;
            show({ period: value as Preset, from: undefined, until: undefined });
          }}
        />
      </div>
      <FilterChips
        fields={fields}
        used={used}
        onFilter={({ column, values }) => {
          show({ [column as FilterName]: values[0] });
        }}
      />
    </div>
  );
}

function useFields({ from, to }: Asked): FilterField[] {
  const { t } = useTranslation('journeys');
  const { search } = useJourneysSearch();
  const names = useChannelNames();
  const { data: segments } = useSegments();
  const campaigns = useParts({ from, to }, 'campaign').data?.parts ?? [];
  const products = useParts({ from, to }, 'product').data?.parts ?? [];
  const plain = (parts: readonly { part: string }[], chosen: string | undefined) =>
    [...new Set([...parts.map(({ part }) => part), ...(chosen ? [chosen] : [])])].map((value) => ({
      value,
      label: value,
    }));
  const options: Record<FilterName, FilterField['options']> = {
    segment: (segments?.items ?? [])
      .filter(({ id, archived }) => !archived || id === search.segment)
      .map(({ id, name }) => ({ value: id, label: name })),
    channel: names.list.map(({ id, name }) => ({ value: id, label: name })),
    campaign: plain(campaigns, search.campaign),
    product: plain(products, search.product),
  };
  return filters
    .filter((name) => options[name].length > 0 || search[name])
    .map((name) => ({ column: name, title: t(`filters.${name}`), single: true, options: options[name] }));
}
