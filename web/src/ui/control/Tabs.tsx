// Tabs by arrow keys, Home and End. The shown panel belongs to the screen; which tab is open belongs to the URL.
import { type KeyboardEvent, useEffect, useRef } from 'react';
import classes from './Tabs.module.css';

export interface TabItem<Id extends string> {
  id: Id;
  label: string;
  count?: string | undefined;
}

export interface TabsProps<Id extends string> {
  label: string;
  items: readonly TabItem<Id>[];
  value: Id;
  onChange: (id: Id) => void;
}

export function Tabs<Id extends string>({ label, items, value, onChange }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  // Where not all fit beside each other, the one that is open must be in sight.
  useEffect(() => {
    const open = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
    list.current?.scrollTo?.({ left: (open?.offsetLeft ?? 0) - margin });
  }, [value]);
  const go = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = nextIndex(
      event.key,
      items.findIndex((item) => item.id === value),
      items.length,
    );
    const item = next === undefined ? undefined : items[next];
    if (!item || next === undefined) return;
    event.preventDefault();
    onChange(item.id);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={classes.tabs} onKeyDown={go}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={item.id === value}
          tabIndex={item.id === value ? 0 : -1}
          onClick={() => {
            onChange(item.id);
          }}
        >
          {item.label}
          {item.count !== undefined && <span className={classes.count}>{item.count}</span>}
        </button>
      ))}
    </div>
  );
}

// So much of the one before it stays in sight.
const margin = 40;

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
