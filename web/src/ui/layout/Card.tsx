// A card: one subject with its title, and the two-column list of facts that fills many of them.
import type { ReactNode } from 'react';
import classes from './Card.module.css';

export interface CardProps {
  title?: string;
  note?: string | undefined;
  actions?: ReactNode;
  children: ReactNode;
}

export function Card({ title, note, actions, children }: CardProps) {
  return (
    <section className={classes.card} aria-label={title}>
      {title && (
        <div className={classes.head}>
          <div>
            <h2 className={classes.title}>{title}</h2>
            {note && <p className={classes.note}>{note}</p>}
          </div>
          {actions}
        </div>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  );
}

export interface FactsProps {
  items: readonly { label: string; value: ReactNode }[];
}

export function Facts({ items }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {items.map(({ label, value }) => (
        <FactRow key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}
