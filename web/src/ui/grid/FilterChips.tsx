// What is filtered, as chips that change and take off, and the button that adds another.
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AddFilter, FilterPopover } from './FilterPopover';
import type { Filter, FilterField } from './types';
import classes from './Bar.module.css';

export interface FilterChipsProps {
  fields: readonly FilterField[];
  used: readonly Filter[];
  // Without values it takes the filter off.
  onFilter: (filter: Filter) => void;
}

export function FilterChips({ fields, used, onFilter }: FilterChipsProps) {
  return (
    <>
      {used.map((filter) => {
        const field = fields.find(({ column }) => column === filter.column);
        return (
          field && (
            <FilterChip key={filter.column} field={field} filter={filter} onChange={onFilter} />
          )
        );
      })}
      <AddFilter fields={fields} used={used} onFilter={onFilter} />
    </>
  );
}

interface FilterChipProps {
  field: FilterField;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

function FilterChip({ field, filter, onChange }: FilterChipProps) {
  const { t } = useTranslation('ui');
  const names = filter.values.map(
    (id) => field.options.find(({ value }) => value === id)?.label ?? id,
  );
  const more = names.length > 1 ? ` +${names.length - 1}` : '';
  return (
    <span className={classes.chip}>
      <FilterPopover
        field={field}
        filter={filter}
        onChange={onChange}
        trigger={
          <button type="button" className={classes.chipWords}>
            {field.title}
            <b dir="auto">
              {filter.not ? '≠ ' : ''}
              {names[0]}
              {more}
            </b>
          </button>
        }
      />
      <button
        type="button"
        className={classes.chipOff}
        aria-label={t('filter.remove', { field: field.title })}
        onClick={() => {
          onChange({ ...filter, values: [] });
        }}
      >
        <IconX aria-hidden />
      </button>
    </span>
  );
}
