// Something to give to the other side, with what it is for above it.
import { CopyField } from '~/platform/CopyField';
import classes from '../connectors.module.css';

export function Shown({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <p className={classes.quiet}>{label}</p>
      <CopyField label={label} value={value} />
    </div>
  );
}
