// Which days, compared with which, in which currency, and of whom.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { presets, type Preset } from '~/platform/period';
import { usePresetName } from '~/platform/usePresetName';
import { Segmented } from '~/ui/control/Segmented';
import { Select } from '~/ui/form/Select';
import { FilterChips } from '~/ui/grid/FilterChips';
import type { FilterField } from '~/ui/grid/types';
import { useFormats } from '~/ui/text/locale';
import { useParts, useSegments } from './api';
import { type Compare, compares, type FilterName, filters, useProfitSearch, usual } from './search';
import type { ProfitView } from './useProfitView';
import classes from './profit.module.css';

const own = 'own';

export function ScopeBar({ view }: { view: ProfitView }) {
  const { t } = useTranslation('profit');
  const presetName = usePresetName();
  const formats = useFormats();
  const { search, show } = useProfitSearch();
  const fields = useFields(view);
  const used = filters.flatMap((name) => {
    const value = search[name];
    return value ? [{ column: name, not: false, values: [value] }] : [];
  });
  const days = search.from && search.until ? formats.range(search.from, search.until) : undefined;
  const currencies = view.profit.data?.currencies ?? [];
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
      <div className={classes.period}>
        <Select
          label={t('compare')}
          labelHidden
          value={search.compare ?? usual.compare}
          options={compares.map((value) => ({ value, label: t(`compares.${value}`) }))}
          onChange={(value) => {
            show({ compare: value as Compare });
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
      {currencies.length > 1 && (
        <Segmented
          label={t('currency')}
          value={view.profit.data?.currency ?? ''}
          items={currencies.map((id) => ({ id, label: id }))}
          onChange={(currency) => {
            show({ currency });
          }}
        />
      )}
    </div>
  );
}

function useFields({ range, search }: ProfitView): FilterField[] {
  const { t } = useTranslation('profit');
  const names = useChannelNames();
  const { data: segments } = useSegments();
  const campaigns = useParts(range, 'campaign').data?.parts ?? [];
  const products = useParts(range, 'product').data?.parts ?? [];
  const plain = (parts: readonly { part: string }[], chosen: string | undefined) =>
    [...new Set([...parts.map(({ part }) => part), ...(chosen ? [chosen] : [])])].map((value) => ({
      value,
      label: value,
    }));
  const options: Record<FilterName, FilterField['options']> = {
    channel: names.list.map(({ id, name }) => ({ value: id, label: name })),
    segment: (segments?.items ?? [])
      .filter(({ id, archived }) => !archived || id === search.segment)
      .map(({ id, name }) => ({ value: id, label: name })),
    campaign: plain(campaigns, search.campaign),
    product: plain(products, search.product),
  };
  return filters
    .filter((name) => options[name].length > 0 || search[name])
    .map((name) => ({ column: name, title: t(`filters.${name}`), single: true, options: options[name] }));
}
