// The cell of a list that names its row: a name, which may open it, and a small line below.
import type { ReactNode } from 'react';
import classes from './NameCell.module.css';

export interface NameCellProps {
  name: string;
  below?: ReactNode;
  onOpen?: () => void;
}

export function NameCell({ name, below, onOpen }: NameCellProps) {
  const words = (
    <strong className={classes.name} dir="auto">
      {name}
    </strong>
  );
  return (
    <span className={classes.cell}>
      {onOpen ? (
        <button type="button" className={classes.open} onClick={onOpen}>
          {words}
        </button>
      ) : (
        words
      )}
      {below && (
        <small className={classes.below} dir="auto">
          {below}
        </small>
      )}
    </span>
  );
}
