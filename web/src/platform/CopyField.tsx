// Something to give to somebody else, shown whole, with a button that copies it.
import { CopyButton } from './CopyButton';
import classes from './CopyField.module.css';

export function CopyField({ label, value }: { label: string; value: string }) {
  return (
    <div className={classes.row}>
      <input
        className={classes.value}
        aria-label={label}
        readOnly
        value={value}
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <CopyButton look="primary" text={value} />
    </div>
  );
}
