// The square that keeps one colour per series in the whole app, and the round one with initials.
import { hueOf, initials } from '../text/initials';
import classes from './Dot.module.css';

export type Series = 1 | 2 | 3 | 4 | 5 | 6 | 'other';

// Of several things of one colour, beside each other: 1, 2, 3 … grow lighter.
export const shadeOf = (shade: number): number => [1, 0.62, 0.42][shade] ?? 0.3;

export interface DotProps {
  series: Series;
  shade?: number;
}

export function Dot({ series, shade = 0 }: DotProps) {
  return (
    <i
      className={`${classes.dot} ${classes[`s${series}`] ?? ''}`}
      style={shade > 0 ? { opacity: shadeOf(shade) } : undefined}
      aria-hidden
    />
  );
}

export function Avatar({ name }: { name: string }) {
  return (
    <span className={`${classes.avatar} ${classes[`a${hueOf(name)}`]}`} aria-hidden>
      {initials(name)}
    </span>
  );
}
