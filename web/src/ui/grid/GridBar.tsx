// The bar over the grid: search, filters as chips, and how the rows are shown.
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { DisplayPopover } from './DisplayPopover';
import { FilterChips } from './FilterChips';
import { setFilter } from './view';
import type { Column, FilterField, GridView } from './types';
import classes from './Bar.module.css';

export interface GridBarProps<Row> {
  columns: readonly Column<Row>[];
  filters: readonly FilterField[];
  view: GridView;
  start: GridView;
  onView: (view: GridView) => void;
  // Without one there is nothing to search by.
  searchLabel?: string | undefined;
  // More buttons on the right.
  children?: ReactNode;
}

export function GridBar<Row>(props: GridBarProps<Row>) {
  const { columns, filters, view, start, onView, searchLabel, children } = props;
  return (
    <div className={classes.bar}>
      {searchLabel && (
        <Search
          label={searchLabel}
          value={view.search}
          onChange={(search) => {
            onView({ ...view, search });
          }}
        />
      )}
      <FilterChips
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
        // Letters are narrower than the widest, by which browsers count.
        size={Math.ceil(label.length * 0.8)}
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
