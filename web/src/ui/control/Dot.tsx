// The square that keeps one colour per series in the whole app, and the round one with initials.
import { hueOf, initials } from '../text/initials';
import classes from './Dot.module.css';

export type Series = 1 | 2 | 3 | 4 | 5 | 6 | 'other';

export function Dot({ series }: { series: Series }) {
  return <i className={`${classes.dot} ${classes[`s${series}`] ?? ''}`} aria-hidden />;
}

export function Avatar({ name }: { name: string }) {
  return (
    <span className={`${classes.avatar} ${classes[`a${hueOf(name)}`]}`} aria-hidden>
      {initials(name)}
    </span>
  );
}
