// The row of figures on top of a screen. A figure that can be chosen switches what the screen shows, and
// may tell what it means.
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '../control/Button';
import classes from './Chart.module.css';

export interface Kpi {
  id: string;
  name: string;
  value: string;
  // The value to its last digit, on hover.
  exact?: string;
  foot?: ReactNode;
  chart?: ReactNode;
}

export interface KpiStripProps {
  label: string;
  items: readonly Kpi[];
  value?: string;
  onChoose?: (id: string) => void;
  // Opens what a figure means.
  about?: { label: (name: string) => string; onOpen: (id: string) => void };
  // Stands in a card together with what it switches.
  inCard?: boolean;
}

export function KpiStrip({ label, items, value, onChoose, about, inCard = false }: KpiStripProps) {
  return (
    <div
      className={`${classes.strip} ${inCard ? classes.stripInCard : ''}`}
      role="group"
      aria-label={label}
    >
      {items.map((item) => (
        <div key={item.id} className={classes.cell} data-chosen={item.id === value || undefined}>
          {onChoose ? (
            <button
              type="button"
              className={classes.kpi}
              aria-pressed={item.id === value}
              onClick={() => {
                onChoose(item.id);
              }}
            >
              <Figure item={item} />
            </button>
          ) : (
            <div className={classes.kpi}>
              <Figure item={item} />
            </div>
          )}
          {about && (
            <IconButton
              label={about.label(item.name)}
              className={classes.about}
              onClick={() => {
                about.onOpen(item.id);
              }}
            >
              <IconInfoCircle aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
    </div>
  );
}

function Figure({ item }: { item: Kpi }) {
  return (
    <>
      <span className={classes.kpiName} title={item.name}>
        {item.name}
      </span>
      <span className={classes.kpiValue} title={item.exact}>
        {item.value}
      </span>
      <span className={classes.kpiFoot}>
        <span>{item.foot}</span>
        {item.chart}
      </span>
    </>
  );
}
