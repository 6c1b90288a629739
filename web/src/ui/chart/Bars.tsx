// Named values with a bar under each, and the small meter of "5 of 8".
import type { Series } from '../control/Dot';
import { Dot } from '../control/Dot';
import classes from './Chart.module.css';

export interface Bar {
  id: string;
  name: string;
  value: string;
  note?: string;
  // Between 0 and 1.
  share: number;
  series?: Series;
}

export function Bars({ bars }: { bars: readonly Bar[] }) {
  return (
    <ul className={classes.bars}>
      {bars.map((bar) => (
        <li key={bar.id}>
          <div className={classes.barHead}>
            {bar.series && <Dot series={bar.series} />}
            <span className={classes.barName}>{bar.name}</span>
            <span className={classes.barValue}>{bar.value}</span>
            {bar.note && <span className={classes.barNote}>{bar.note}</span>}
          </div>
          <Track share={bar.share} className={classes.trackFill} />
        </li>
      ))}
    </ul>
  );
}

export interface MeterProps {
  done: number;
  of: number;
  label: string;
}

export function Meter({ done, of, label }: MeterProps) {
  const complete = done >= of;
  return (
    <span className={classes.meter} title={label}>
      <Track
        share={of === 0 ? 1 : done / of}
        className={complete ? classes.meterDone : classes.meterFill}
      />
      <span>{`${done}/${of}`}</span>
    </span>
  );
}

// A bar of one share of the whole.
function Track({ share, className }: { share: number; className: string | undefined }) {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return (
    <span className={classes.track} aria-hidden>
      <span className={className} style={{ width }} />
    </span>
  );
}
