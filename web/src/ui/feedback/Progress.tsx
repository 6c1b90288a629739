// How far something is, as a bar with words beside it; without a total it only says that it goes on.
import classes from './Progress.module.css';

export interface ProgressProps {
  label: string;
  done: number;
  of: number;
}

export function Progress({ label, done, of }: ProgressProps) {
  const share = of > 0 ? Math.min(1, done / of) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(of > 0 ? { 'aria-valuenow': Math.round(share * 100) } : {})}
      className={classes.track}
    >
      <i
        className={of > 0 ? classes.fill : classes.unknown}
        style={of > 0 ? { width: `${share * 100}%` } : undefined}
      />
    </div>
  );
}
