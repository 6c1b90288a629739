// What opens over the screen, and what a screen says of its own state.
import { IconDots, IconStack2, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../control/Button';
import { ConnectionBar } from '../feedback/ConnectionBar';
import { Notice } from '../feedback/Notice';
import { EmptyState, ErrorState, Skeleton } from '../feedback/State';
import { showToast } from '../feedback/toasts';
import { Confirm } from '../overlay/Dialog';
import { Menu } from '../overlay/Menu';
import { Popover } from '../overlay/Popover';
import { words } from './samples';
import classes from './Section.module.css';

export function Overlays() {
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState(false);
  const items = [
    { id: 'save', label: words.save, keys: 'S' },
    { id: 'remove', label: words.remove, icon: <IconTrash aria-hidden />, danger: true },
  ];
  return (
    <div className={classes.line}>
      <Menu
        trigger={<Button icon={<IconDots aria-hidden />}>{words.more}</Button>}
        groups={[{ label: words.group, items }]}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={words.details}
        trigger={
          <Button
            onClick={() => {
              setOpen(!open);
            }}
          >
            {words.details}
          </Button>
        }
      >
        <Button
          onClick={() => {
            setOpen(false);
          }}
        >
          {words.save}
        </Button>
      </Popover>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {words.ask}
      </Button>
      <Button
        onClick={() => {
          showToast(words.told, {
            undo: () => {
              showToast(words.good);
            },
          });
        }}
      >
        {words.told}
      </Button>
      <Button
        onClick={() => {
          showToast(words.bad, { tone: 'bad' });
        }}
      >
        {words.warn}
      </Button>
      <Confirm
        open={asking}
        danger
        title={words.ask}
        text={words.askText}
        action={words.remove}
        onConfirm={() => {
          setAsking(false);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </div>
  );
}

export function Feedback() {
  return (
    <div className={classes.stack}>
      <Notice>{words.info}</Notice>
      <Notice tone="good">{words.good}</Notice>
      <Notice tone="warn">{words.warn}</Notice>
      <Notice tone="bad">{words.bad}</Notice>
      <ConnectionBar state="lost" waiting={2} />
      <ConnectionBar state="back" />
      <Skeleton lines={3} />
      <EmptyState icon={<IconStack2 />} title={words.empty} text={words.emptyText}>
        <Button look="primary">{words.begin}</Button>
        <Button>{words.more}</Button>
      </EmptyState>
      <ErrorState onRetry={() => undefined} />
    </div>
  );
}
