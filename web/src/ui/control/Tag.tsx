// A short state or kind. The words carry the meaning; the colour only helps.
import type { ReactNode } from 'react';
import classes from './Tag.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'outline';

export interface TagProps {
  tone?: Tone;
  dot?: boolean;
  children: ReactNode;
}

export function Tag({ tone = 'neutral', dot = false, children }: TagProps) {
  return (
    <span className={`${classes.tag} ${classes[tone]}`}>
      {dot && <i className={classes.dot} aria-hidden />}
      <span>{children}</span>
    </span>
  );
}
