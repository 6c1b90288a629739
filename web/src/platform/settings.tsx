// The frame of every page of settings: one menu beside them, made of what the features bring.
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from './feature';
import { Page } from './Page';
import { mayDo, useMe } from './session';
import classes from './settings.module.css';
import { createStore, useStore } from './store';

const stripMargin = 40;

// Set once by app/.
export const settingsMenu = createStore<readonly MenuItem[]>([]);

export interface SettingsPageProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function SettingsPage({ title, actions, children }: SettingsPageProps) {
  const { t } = useTranslation('platform');
  const me = useMe();
  const items = useStore(settingsMenu).filter(({ roles }) => !roles || mayDo(me, roles));
  const menu = useRef<HTMLElement>(null);
  // On a phone the menu is a strip: the page that is open must be in sight.
  useEffect(() => {
    const open = menu.current?.querySelector<HTMLElement>('[data-status="active"]');
    menu.current?.scrollTo({ left: (open?.offsetLeft ?? 0) - stripMargin });
  }, []);
  return (
    <Page title={title} crumbs={[{ label: t('settings'), to: '/settings' }]} actions={actions}>
      <div className={classes.frame}>
        <nav ref={menu} aria-label={t('settings')} className={classes.menu}>
          {items.map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className={classes.item}
            >
              <Icon size={17} stroke={1.7} aria-hidden />
              {label()}
            </Link>
          ))}
        </nav>
        <div className={classes.content}>{children}</div>
      </div>
    </Page>
  );
}
