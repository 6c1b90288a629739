// A page: its name and actions in the top bar, its content below. Everything that has a screen is one.
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '~/ui/control/Button';
import { runAction } from './actions';
import classes from './Page.module.css';

export interface Crumb {
  label: string;
  to: string;
}

export interface PageProps {
  title: string;
  crumbs?: readonly Crumb[];
  // Beside the title: a state, a count.
  beside?: ReactNode;
  actions?: ReactNode;
  // 'text' for forms, 'wide' for cards, 'full' for grids that fill the screen and scroll inside.
  width?: 'text' | 'wide' | 'full';
  children: ReactNode;
}

export function Page({ title, crumbs = [], beside, actions, width = 'wide', children }: PageProps) {
  const { t } = useTranslation('platform');
  useEffect(() => {
    document.title = `${title} · Sluis`;
  }, [title]);
  return (
    <>
      <header className={classes.bar}>
        <div className={classes.heading}>
          {crumbs.map((crumb) => (
            <span key={crumb.to} className={classes.crumb}>
              <Link to={crumb.to}>{crumb.label}</Link>
              <span aria-hidden>/</span>
            </span>
          ))}
          <h1 className={classes.title} dir="auto" title={title}>
            {title}
          </h1>
          {beside}
        </div>
        <div className={classes.actions}>
          {actions}
          <span className={classes.phoneOnly}>
            <IconButton
              label={t('find')}
              onClick={() => {
                runAction('shell.palette');
              }}
            >
              <IconSearch aria-hidden />
            </IconButton>
          </span>
        </div>
      </header>
      <main id="main" tabIndex={-1} data-width={width} className={`${classes.content} ${classes[width]}`}>
        {children}
      </main>
    </>
  );
}
