// Answering: Enter sends, Shift+Enter begins a line, and a slash at the start finds a ready answer.
import { IconPaperclip, IconSend2 } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '~/ui/control/Button';
import { signal, useReady } from '../api';
import { answerSearch, fitting } from '../said';
import { drafts, send } from '../unsent';
import type { Answer, Contact } from '../wire';
import classes from './desk.module.css';

const typingEveryMs = 3_000;
const most = 4_000; // letters of a message
const linesMost = 8;
const fileBytesMost = 5 * 1024 * 1024;

export function Composer({ contact: { id } }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const cache = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const toldAt = useRef(0);
  const [text, setText] = useState(() => drafts.get(id) ?? '');
  const type = (typed: string) => {
    setText(typed);
    drafts.set(id, typed);
    if (typed === '' || Date.now() - toldAt.current < typingEveryMs) return;
    toldAt.current = Date.now();
    signal(id, { signal: 'typing' });
  };
  const ready = useReadyAnswers(id, text, (answer) => {
    type(answer.text);
    field.current?.focus();
  });
  const say = () => {
    const words = text.trim();
    if (words === '') return;
    send(cache, id, words);
    type('');
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || ready.onKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    say();
  };
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      {ready.list}
      <Attach
        onChoose={(file) => {
          send(cache, id, file);
        }}
      />
      <textarea
        ref={field}
        data-composer
        autoFocus
        dir="auto"
        aria-label={t('reply')}
        placeholder={t('replyHint')}
        maxLength={most}
        rows={Math.min(linesMost, Math.max(2, text.split('\n').length))}
        value={text}
        {...ready.wiring}
        onChange={(event) => {
          type(event.target.value);
        }}
        onKeyDown={onKey}
      />
      <IconButton type="submit" look="primary" label={t('send')} disabled={text.trim() === ''}>
        <IconSend2 aria-hidden />
      </IconButton>
    </form>
  );
}

function Attach({ onChoose }: { onChoose: (file: File) => void }) {
  const { t } = useTranslation('contacts');
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <>
      <IconButton
        label={t('attach')}
        onClick={() => {
          input.current?.click();
        }}
      >
        <IconPaperclip aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*,.pdf,.txt"
        aria-label={t('attach')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          setTooLarge(file !== undefined && file.size > fileBytesMost);
          if (file && file.size <= fileBytesMost) onChoose(file);
          target.value = '';
        }}
      />
      {tooLarge && (
        <small role="alert" className={classes.tooLarge}>
          {t('fileTooLarge')}
        </small>
      )}
    </>
  );
}

// The ready answers that fit what stands behind the slash; arrows choose, Enter takes, Esc leaves.
function useReadyAnswers(id: string, text: string, onTake: (answer: Answer) => void) {
  const { t } = useTranslation('contacts');
  const listId = useId();
  const [at, setAt] = useState(0);
  const [left, setLeft] = useState('');
  const asked = text === left ? null : answerSearch(text);
  const { data } = useReady(id, asked !== null);
  const answers = asked === null ? [] : fitting(data?.items ?? [], asked);
  const chosen = answers[Math.min(at, answers.length - 1)];
  const take = (answer: Answer) => {
    setAt(0);
    onTake(answer);
  };
  const onKey = (event: KeyboardEvent) => {
    if (asked === null) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && answers.length > 0) setAt((at + by + answers.length) % answers.length);
    else if (event.key === 'Enter' && (chosen ?? !data)) {
      if (chosen) take(chosen);
    }
    else if (event.key === 'Escape') setLeft(text);
    else return false;
    event.preventDefault();
    return true;
  };
  const list = asked !== null && (
    <ul id={listId} className={classes.answers} role="listbox" aria-label={t('answers.title')}>
      {answers.map((answer) => (
        <li
          key={answer.id}
          id={`${listId}-${answer.id}`}
          role="option"
          aria-selected={answer === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            take(answer);
          }}
        >
          <strong dir="auto">{answer.title}</strong>
          <code>/{answer.code}</code>
          <small dir="auto">{answer.text}</small>
        </li>
      ))}
      {answers.length === 0 && (
        <li role="option" aria-selected={false} aria-disabled>
          {t('answers.none')}
        </li>
      )}
    </ul>
  );
  const wiring =
    asked === null
      ? {}
      : {
          role: 'combobox' as const,
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-activedescendant': chosen ? `${listId}-${chosen.id}` : undefined,
        };
  return { list, onKey, wiring };
}
