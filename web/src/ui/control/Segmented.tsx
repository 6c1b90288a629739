// One of a few, side by side: radio buttons that look like a switch.
import { type ReactNode, useId } from 'react';
import classes from './Tabs.module.css';

export interface SegmentedProps<Id extends string> {
  label: string;
  items: readonly { id: Id; label: string; icon?: ReactNode }[];
  value: Id;
  onChange: (id: Id) => void;
}

export function Segmented<Id extends string>({
  label,
  items,
  value,
  onChange,
}: SegmentedProps<Id>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.segmented}>
      {items.map((item) => (
        <label key={item.id} className={classes.part}>
          <input
            type="radio"
            name={name}
            checked={item.id === value}
            onChange={() => {
              onChange(item.id);
            }}
          />
          {item.icon}
          {item.label}
        </label>
      ))}
    </div>
  );
}
