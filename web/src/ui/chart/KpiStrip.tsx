// The row of figures on top of a screen. A figure that can be chosen switches what the screen shows.
import type { ReactNode } from 'react';
import classes from './Chart.module.css';

export interface Kpi {
  id: string;
  name: string;
  value: string;
  foot?: ReactNode;
  chart?: ReactNode;
}

export interface KpiStripProps {
  label: string;
  items: readonly Kpi[];
  value?: string;
  onChoose?: (id: string) => void;
}

export function KpiStrip({ label, items, value, onChoose }: KpiStripProps) {
  return (
    <div className={classes.strip} role="group" aria-label={label}>
      {items.map((item) =>
        onChoose ? (
          <button
            key={item.id}
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
          <div key={item.id} className={classes.kpi}>
            <Figure item={item} />
          </div>
        ),
      )}
    </div>
  );
}

function Figure({ item }: { item: Kpi }) {
  return (
    <>
      <span className={classes.kpiName}>{item.name}</span>
      <span className={classes.kpiValue}>{item.value}</span>
      <span className={classes.kpiFoot}>
        <span>{item.foot}</span>
        {item.chart}
      </span>
    </>
  );
}
