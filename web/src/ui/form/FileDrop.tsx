// A box that takes files: dropped on it, or chosen with it.
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './FileDrop.module.css';

export interface FileDropProps {
  label: string;
  hint?: string | undefined;
  // The ends of the names that can be chosen: ".csv,.xlsx".
  accept: string;
  onFiles: (files: readonly File[]) => void;
}

export function FileDrop({ label, hint, accept, onFiles }: FileDropProps) {
  const [over, setOver] = useState(false);
  const leave = () => {
    setOver(false);
  };
  return (
    <label
      className={`${classes.box} ${over ? classes.over : ''}`}
      onDragEnter={() => {
        setOver(true);
      }}
      onDragLeave={leave}
      onDrop={leave}
    >
      <IconFileUpload aria-hidden />
      <span className={classes.words}>
        <strong>{label}</strong>
        {hint && <small>{hint}</small>}
      </span>
      <input
        type="file"
        multiple
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
