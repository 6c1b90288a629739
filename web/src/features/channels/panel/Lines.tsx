// A part of the panel that is a list of lines: each opens in a dialog, where it is changed or removed.
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Button } from '~/ui/control/Button';
import { Section } from '~/ui/layout/Section';
import classes from './panel.module.css';

export interface OpenLine<Line> {
  // Undefined: a new one.
  line: Line | undefined;
  onSave: (line: Line) => void;
  onRemove: () => void;
  onClose: () => void;
}

export interface LinesProps<Line> {
  id: string;
  title: string;
  lines: readonly Line[];
  texts: { add: string; none: string };
  show: (line: Line) => ReactNode;
  dialog: (open: OpenLine<Line>) => ReactNode;
  onChange: (lines: Line[]) => void;
  children?: ReactNode;
}

export function Lines<Line>(props: LinesProps<Line>) {
  const { id, title, lines, texts, show, dialog, onChange, children } = props;
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const close = () => {
    setOpen(null);
  };
  const change = (to: Line[]) => {
    close();
    onChange(to);
  };
  const opened = (index: number | 'new'): OpenLine<Line> => ({
    line: index === 'new' ? undefined : lines[index],
    onSave: (line) => {
      change(index === 'new' ? [...lines, line] : lines.with(index, line));
    },
    onRemove: () => {
      change(lines.filter((_, at) => at !== index));
    },
    onClose: close,
  });
  const add = (
    <Button
      look="quiet"
      icon={<IconPlus aria-hidden />}
      onClick={() => {
        setOpen('new');
      }}
    >
      {texts.add}
    </Button>
  );
  return (
    <Section id={id} title={title} action={add}>
      {lines.length === 0 && <p className={classes.empty}>{texts.none}</p>}
      <div className={classes.lines}>
        {lines.map((line, index) => (
          <button
            key={index}
            type="button"
            className={classes.line}
            onClick={() => {
              setOpen(index);
            }}
          >
            {show(line)}
          </button>
        ))}
      </div>
      {children}
      {open !== null && dialog(opened(open))}
    </Section>
  );
}
