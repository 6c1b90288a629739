// Where a question is written. Ctrl-Enter asks it; Enter keeps the indent of the line.
import { IconHistory, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { shownKeys } from '~/platform/keys';
import { Button, IconButton } from '~/ui/control/Button';
import { Kbd } from '~/ui/control/Kbd';
import { Notice } from '~/ui/feedback/Notice';
import { Menu } from '~/ui/overlay/Menu';
import classes from './sql.module.css';

export interface EditorProps {
  field: RefObject<HTMLTextAreaElement | null>;
  sql: string;
  onChange: (sql: string) => void;
  onAsk: () => void;
  onStop: () => void;
  busy: boolean;
  problem: string | undefined;
  before: readonly string[];
  examples: readonly { id: string; label: string; sql: string }[];
}

const longestShown = 60;

export function Editor(props: EditorProps) {
  const { field, sql, onChange, onAsk, onStop, busy, problem, before, examples } = props;
  const { t } = useTranslation('results');
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      onAsk();
    } else {
      keepIndent(event);
    }
  };
  const line = (text: string) => text.replace(/\s+/g, ' ').slice(0, longestShown);
  return (
    <div className={classes.editor}>
      <textarea
        ref={field}
        className={classes.field}
        aria-label={t('sql.question')}
        aria-invalid={problem ? true : undefined}
        rows={8}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        placeholder={examples[0]?.sql}
        value={sql}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={onKey}
      />
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className={classes.acts}>
        <Button look="primary" icon={<IconPlayerPlay aria-hidden />} busy={busy} disabled={sql.trim() === ''} onClick={onAsk}>
          {t('sql.ask')}
          <Kbd>{`${shownKeys('mod+Enter').join(' ')}`}</Kbd>
        </Button>
        {busy && (
          <Button icon={<IconPlayerStop aria-hidden />} onClick={onStop}>
            {t('sql.stop')}
          </Button>
        )}
        <Menu
          align="start"
          trigger={
            <IconButton look="normal" label={t('sql.before')}>
              <IconHistory aria-hidden />
            </IconButton>
          }
          groups={[
            {
              label: t('sql.examples'),
              items: examples.map(({ id, label, sql: example }) => ({
                id,
                label,
                onSelect: () => {
                  onChange(example);
                },
              })),
            },
            {
              label: t('sql.before'),
              items: before.map((text) => ({
                id: text,
                label: line(text),
                onSelect: () => {
                  onChange(text);
                },
              })),
            },
          ]}
        />
        <p className={classes.limits}>{t('sql.limits')}</p>
      </div>
    </div>
  );
}

// Typed through the browser, so that its undo knows of it.
function keepIndent(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { value, selectionStart } = event.currentTarget;
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  if (indent === '') return;
  event.preventDefault();
  document.execCommand('insertText', false, `\n${indent}`);
}
