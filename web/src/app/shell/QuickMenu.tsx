// The menu of the shell, on the browser's own popover, so that the first page needs no library for it.
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { MenuItem } from '~/ui/overlay/Menu';
import classes from './QuickMenu.module.css';

export interface QuickMenuProps {
  label: string;
  items: readonly MenuItem[];
  className: string | undefined;
  here?: boolean;
  children: ReactNode;
}

export function QuickMenu({ label, items, className, here = false, children }: QuickMenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const close = () => list.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        data-here={here || undefined}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={classes.menu}
        onKeyDown={moveFocus}
        onToggle={(event) => {
          if (event.newState === 'open') list.current?.querySelector('button')?.focus();
        }}
      >
        {items.map(({ id: item, label: name, icon, onSelect }) => (
          <button
            key={item}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={classes.item}
            onClick={() => {
              close();
              onSelect?.();
            }}
          >
            {icon}
            {name}
          </button>
        ))}
      </div>
    </>
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next % items.length]?.focus();
}
