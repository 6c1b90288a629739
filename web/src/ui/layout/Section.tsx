// A part of a panel: its name, what is in it at a glance, and its one action.
import type { ReactNode } from 'react';
import classes from './Section.module.css';

export interface SectionProps {
  // So that something elsewhere can lead here.
  id?: string;
  title: string;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ id, title, note, action, children }: SectionProps) {
  return (
    <section id={id} tabIndex={id ? -1 : undefined} className={classes.section} aria-label={title}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          {title}
          {note && <span className={classes.note}>{note}</span>}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}
