// The bar over the grid: search, filters as chips, and how the rows are shown.
import { IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddFilter, FilterPopover } from './FilterPopover';
import { DisplayPopover } from './DisplayPopover';
import { setFilter } from './view';
import type { Column, Filter, FilterField, GridView } from './types';
import classes from './Bar.module.css';

export interface GridBarProps<Row> {
  columns: readonly Column<Row>[];
  filters: readonly FilterField[];
  view: GridView;
  start: GridView;
  onView: (view: GridView) => void;
  searchLabel: string;
  // More buttons on the right.
  children?: ReactNode;
}

export function GridBar<Row>(props: GridBarProps<Row>) {
  const { columns, filters, view, start, onView, searchLabel, children } = props;
  return (
    <div className={classes.bar}>
      <Search
        label={searchLabel}
        value={view.search}
        onChange={(search) => {
          onView({ ...view, search });
        }}
      />
      {view.filters.map((filter) => {
        const field = filters.find(({ column }) => column === filter.column);
        return (
          field && (
            <FilterChip
              key={filter.column}
              field={field}
              filter={filter}
              onChange={(next) => {
                onView(setFilter(view, next));
              }}
            />
          )
        );
      })}
      <AddFilter
        fields={filters}
        used={view.filters}
        onFilter={(filter) => {
          onView(setFilter(view, filter));
        }}
      />
      <div className={classes.right}>
        {children}
        <DisplayPopover columns={columns} view={view} start={start} onView={onView} />
      </div>
    </div>
  );
}

const pauseMs = 220;

interface SearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

// Tells after a pause in typing; Esc empties it.
function Search({ label, value, onChange }: SearchProps) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    setTold(value);
    setText(value);
  }
  useEffect(() => {
    if (text === told) return undefined;
    const timer = setTimeout(() => {
      setTold(text);
      onChange(text);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text, told, onChange]);
  return (
    <div className={classes.search} role="search">
      <IconSearch aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          event.preventDefault();
          setText('');
        }}
      />
    </div>
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
