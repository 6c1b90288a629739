// A small panel on a button, with controls in it; Esc and a click outside close it.
import { Popover as MantinePopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './Overlay.module.css';

export interface PopoverProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
}

export function Popover({
  open,
  onOpenChange,
  label,
  trigger,
  children,
  align = 'start',
}: PopoverProps) {
  return (
    <MantinePopover
      opened={open}
      onChange={onOpenChange}
      position={align === 'end' ? 'bottom-end' : 'bottom-start'}
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
      classNames={{ dropdown: `${classes.dropdown} ${classes.popover}` }}
    >
      <MantinePopover.Target>{trigger}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{open && children}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}
