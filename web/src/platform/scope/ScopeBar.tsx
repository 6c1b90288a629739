// Which days, and whose: chosen above the answers of a screen.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '~/ui/form/Select';
import { FilterChips } from '~/ui/grid/FilterChips';
import type { FilterField } from '~/ui/grid/types';
import { useFormats } from '~/ui/text/locale';
import { useChannelNames } from '../channels';
import { presets, type Preset, type Range } from '../period';
import { usePresetName } from '../usePresetName';
import { useScopeParts, useScopeSegments } from './api';
import { filtersIn, type ScopeFilter, scopeFilters, type ScopeSearch, usualPeriod } from './scope';
import classes from './scope.module.css';

const own = 'own';

type ScopeChange = { [Key in keyof ScopeSearch]?: ScopeSearch[Key] | undefined };

export interface ScopeBarProps {
  search: ScopeSearch;
  range: Range;
  show: (change: ScopeChange) => void;
  // Choices of one screen, between the period and the filters.
  beside?: ReactNode;
  // By which it can be narrowed; by all where it does not say.
  filters?: readonly ScopeFilter[];
  // Whether the days are chosen here; else what is shown has days of its own.
  period?: boolean;
  children?: ReactNode;
}

export function ScopeBar({ search, range, show, beside, filters = scopeFilters, period = true, children }: ScopeBarProps) {
  const { t } = useTranslation('platform');
  const presetName = usePresetName();
  const formats = useFormats();
  const fields = useFields(range, search).filter(({ column }) => filters.includes(column as ScopeFilter));
  const days = search.from && search.until ? formats.range(search.from, search.until) : undefined;
  return (
    <div className={classes.bar}>
      {period && (
        <div className={classes.choice}>
          <Select
            label={t('scope.period')}
            labelHidden
            value={days ? own : (search.period ?? usualPeriod)}
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
      )}
      {beside && <div className={classes.choice}>{beside}</div>}
      <FilterChips
        fields={fields}
        used={Object.entries(filtersIn(search)).map(([column, value]) => ({ column, not: false, values: [value] }))}
        onFilter={({ column, values }) => {
          show({ [column as ScopeFilter]: values[0] });
        }}
      />
      {children}
    </div>
  );
}

function useFields(range: Range, search: ScopeSearch): FilterField[] {
  const { t } = useTranslation('platform');
  const names = useChannelNames();
  const { data: segments } = useScopeSegments();
  const campaigns = useScopeParts(range, 'campaign').data?.parts ?? [];
  const products = useScopeParts(range, 'product').data?.parts ?? [];
  const plain = (parts: readonly { part: string }[], chosen: string | undefined) =>
    [...new Set([...parts.map(({ part }) => part), ...(chosen ? [chosen] : [])])].map((value) => ({
      value,
      label: value,
    }));
  const options: Record<ScopeFilter, FilterField['options']> = {
    channel: names.list.map(({ id, name }) => ({ value: id, label: name })),
    segment: (segments?.items ?? [])
      .filter(({ id, archived }) => !archived || id === search.segment)
      .map(({ id, name }) => ({ value: id, label: name })),
    campaign: plain(campaigns, search.campaign),
    product: plain(products, search.product),
  };
  return scopeFilters
    .filter((name) => options[name].length > 0 || search[name])
    .map((name) => ({ column: name, title: t(`scope.${name}`), single: true, options: options[name] }));
}
