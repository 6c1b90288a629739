// A record beside the list it came from: the list stays in sight and in use, Esc goes back to it.
// On a phone it covers the screen.
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../control/Button';
import { useReturnFocus } from '../overlay/useReturnFocus';
import classes from './Split.module.css';

export interface SidePanelProps {
  title: string;
  // State and kind, under the title.
  sub?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  // Wider, and what is in it fills it and scrolls by itself, such as a grid.
  fills?: boolean;
  children: ReactNode;
}

export function SidePanel(props: SidePanelProps) {
  const { title, sub, actions, footer, onClose, onPrevious, onNext, fills = false, children } = props;
  const { t } = useTranslation('ui');
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <aside
      className={`${classes.panel} ${fills ? classes.filled : ''}`}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={classes.head}>
        <div className={classes.heading}>
          <h2 ref={heading} tabIndex={-1} className={classes.title} dir="auto" title={title}>
            {title}
          </h2>
        </div>
        {actions}
        {onPrevious && (
          <IconButton label={t('panel.previous')} onClick={onPrevious}>
            <IconChevronUp aria-hidden />
          </IconButton>
        )}
        {onNext && (
          <IconButton label={t('panel.next')} onClick={onNext}>
            <IconChevronDown aria-hidden />
          </IconButton>
        )}
        <IconButton label={t('panel.close')} onClick={onClose}>
          <IconX aria-hidden />
        </IconButton>
      </div>
      {sub && <div className={classes.sub}>{sub}</div>}
      <div className={fills ? classes.fills : classes.scroll}>{children}</div>
      {footer && <div className={classes.foot}>{footer}</div>}
    </aside>
  );
}

export interface SplitProps {
  children: ReactNode;
  panel: ReactNode;
}

// A list, and beside it the panel of the open record.
export function Split({ children, panel }: SplitProps) {
  return (
    <div className={classes.split}>
      <div className={classes.main}>{children}</div>
      {panel}
    </div>
  );
}
