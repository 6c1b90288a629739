// What a screen says when it has nothing, could not get it, or is still getting it.
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../control/Button';
import classes from './State.module.css';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  text?: string | undefined;
  children?: ReactNode;
}

export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      {icon && (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      )}
      <h2 className={classes.title}>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  title?: string | undefined;
  // What the server said, in the reader's language.
  text?: string | undefined;
  offline?: boolean;
  onRetry?: (() => void) | undefined;
}

export function ErrorState({ title, text, offline = false, onRetry }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.state} role="alert">
      <span className={`${classes.icon} ${classes.bad}`} aria-hidden>
        {offline ? <IconPlugConnectedX /> : <IconAlertTriangle />}
      </span>
      <h2 className={classes.title}>{title ?? t('error.title')}</h2>
      <p className={classes.text}>{text ?? t('error.text')}</p>
      {onRetry && (
        <div className={classes.actions}>
          <Button onClick={onRetry}>{t('error.retry')}</Button>
        </div>
      )}
    </div>
  );
}

export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.skeleton} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={classes.line} />
      ))}
    </div>
  );
}
