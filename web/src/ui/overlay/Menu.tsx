// A menu on a button: arrows, Home, End, type-ahead, Esc. Items carry their key on the right.
import { Menu as MantineMenu } from '@mantine/core';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import classes from './Overlay.module.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  keys?: string | undefined;
  danger?: boolean;
  disabled?: boolean;
  // Goes somewhere or fetches a file instead of acting.
  href?: string;
  onSelect?: () => void;
}

export interface MenuGroup {
  label?: string;
  items: readonly MenuItem[];
}

export interface MenuProps {
  trigger: ReactElement;
  groups: readonly MenuGroup[];
  align?: 'start' | 'end';
}

export function Menu({ trigger, groups, align = 'end' }: MenuProps) {
  const shown = groups.filter((group) => group.items.length > 0);
  return (
    <MantineMenu
      position={align === 'end' ? 'bottom-end' : 'bottom-start'}
      transitionProps={{ duration: 0 }}
      // It would be a child that no menu may have; the menu itself takes the focus.
      withInitialFocusPlaceholder={false}
      classNames={{
        dropdown: classes.dropdown ?? '',
        item: classes.item ?? '',
        label: classes.menuLabel ?? '',
        divider: classes.divider ?? '',
      }}
    >
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {shown.map((group, index) => (
          <Fragment key={group.label ?? index}>
            {index > 0 && <MantineMenu.Divider />}
            {group.label && <MantineMenu.Label>{group.label}</MantineMenu.Label>}
            {group.items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </Fragment>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

function Item({ item }: { item: MenuItem }) {
  const className = item.danger ? classes.danger : undefined;
  const keys = item.keys && <span className={classes.keys}>{item.keys}</span>;
  if (item.href !== undefined) {
    return (
      <MantineMenu.Item
        component="a"
        href={item.href}
        className={className}
        leftSection={item.icon}
      >
        {item.label}
      </MantineMenu.Item>
    );
  }
  return (
    <MantineMenu.Item
      className={className}
      disabled={item.disabled}
      leftSection={item.icon}
      rightSection={keys}
      onClick={item.onSelect}
    >
      {item.label}
    </MantineMenu.Item>
  );
}
