// A number with a smaller one below it.
import classes from '../decisions.module.css';

interface BesideProps {
  // Heads the column; on a phone there are no heads.
  head: string;
  what: string;
  below: string;
}

export const Beside = ({ head, what, below }: BesideProps) => (
  <span className={classes.beside}>
    <small className={classes.phoneHead}>{head}</small>
    <span>{what}</span>
    <small>{below}</small>
  </span>
);
