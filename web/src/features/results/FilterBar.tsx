// What is filtered, as chips; more can be added here, or by a click on any value of the screen.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { useKindName } from '~/platform/kinds';
import { Segmented } from '~/ui/control/Segmented';
import { FilterChips } from '~/ui/grid/FilterChips';
import type { FilterField } from '~/ui/grid/types';
import { type Dimension, useParts, useSegments } from './api';
import { type FilterName, filters, useResultsSearch } from './search';
import type { Results } from './useResults';
import classes from './results.module.css';

const mostChoices = 50;

export function FilterBar({ results }: { results: Results }) {
  const kindName = useKindName();
  const { t } = useTranslation('results');
  const { view, show } = useResultsSearch();
  const names = useChannelNames();
  const known = results.strip.data !== undefined;
  const products = useChoices(results, 'product', known);
  const campaigns = useChoices(results, 'campaign', known);
  const kinds = useChoices(results, 'kind', known);
  const { data: segments } = useSegments();
  const options: Record<FilterName, FilterField['options']> = {
    channel: names.list.map(({ id, name }) => ({ value: id, label: name })),
    segment: (segments?.items ?? [])
      .filter(({ id, archived }) => !archived || id === view.segment)
      .map(({ id, name }) => ({ value: id, label: name })),
    product: products.map((value) => ({ value, label: value })),
    campaign: campaigns.map((value) => ({ value, label: value })),
    kind: kinds.map((value) => ({ value, label: kindName(value) })),
  };
  const fields = filters
    .filter((name) => options[name].length > 0 || view[name])
    .map((name) => ({ column: name, title: t(`filters.${name}`), single: true, options: options[name] }));
  const used = filters.flatMap((name) => {
    const value = view[name];
    return value ? [{ column: name, not: false, values: [value] }] : [];
  });
  const { there, chosen } = results.currency;
  return (
    <div className={classes.bar}>
      <FilterChips
        fields={fields}
        used={used}
        onFilter={({ column, values }) => {
          show({ [column as FilterName]: values[0] }, true);
        }}
      />
      {there.length > 1 && (
        <Segmented
          label={t('currency')}
          value={chosen ?? ''}
          items={there.map((id) => ({ id, label: id }))}
          onChange={(currency) => {
            show({ currency }, true);
          }}
        />
      )}
    </div>
  );
}

// The values there are without this filter itself, so that another can be chosen.
function useChoices({ asked }: Results, by: Dimension, enabled: boolean): string[] {
  const { [by]: own, ...others } = asked;
  const { data } = useParts(own ? others : asked, by, mostChoices, enabled);
  const found = data?.parts.map(({ part }) => part) ?? [];
  return own && !found.includes(own) ? [own, ...found] : found;
}
