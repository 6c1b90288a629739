// What the words above a table mean, below it: on a phone nothing else tells.
import classes from './tables.module.css';

export function Meanings({ of }: { of: readonly { name: string; meaning: string }[] }) {
  return (
    <dl className={classes.meanings}>
      {of.map(({ name, meaning }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
