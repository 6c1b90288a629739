// One place that goes, finds and does. Everything in it comes from the registry of actions and from
// what the features find.
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllActions } from '~/platform/actions';
import { shownKeys } from '~/platform/keys';
import { Kbd } from '~/ui/control/Kbd';
import { choicesFor, type Choice } from './choices';
import classes from './Palette.module.css';
import { useFound } from './useFound';

const pageOfChoices = 8;

export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const router = useRouter();
  const actions = useAllActions();
  const { found, searching } = useFound(typed);
  const choices = useMemo(
    () => choicesFor(typed, actions, found, (href) => void router.navigate({ href })),
    [typed, actions, found, router],
  );
  const chosen = Math.min(at, choices.length - 1);
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  // Closed first, so that the focus goes back, and gone at once, so that it takes no more keys: left
  // to the browser, the next key would still be typed into the hidden field.
  const leave = () => {
    dialog.current?.close();
    onClose();
  };
  const run = (choice: Choice | undefined) => {
    if (!choice) return;
    leave();
    choice.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') run(choices[chosen]);
    else if (event.key === 'Escape') leave();
    else {
      const next = moved(event.key, chosen, choices.length);
      if (next === null) return;
      setAt(next);
    }
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label={t('find')}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) leave();
      }}
    >
      <div className={classes.box}>
        <label className={classes.field}>
          <IconSearch size={18} stroke={1.7} aria-hidden />
          <input
            className={classes.input}
            role="combobox"
            aria-label={t('find')}
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={choices[chosen] ? `${listId}-${String(chosen)}` : undefined}
            placeholder={t('palette.placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKey}
          />
          <Kbd>Esc</Kbd>
        </label>
        <Choices id={listId} choices={choices} chosen={chosen} onHover={setAt} onRun={run} />
        {choices.length === 0 && (
          <p className={classes.nothing} role="status">
            {searching ? t('palette.searching') : t('palette.nothing', { typed })}
          </p>
        )}
      </div>
    </dialog>
  );
}

function moved(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % Math.max(count, 1);
    case 'ArrowUp':
      return (at - 1 + count) % Math.max(count, 1);
    case 'PageDown':
      return Math.min(at + pageOfChoices, count - 1);
    case 'PageUp':
      return Math.max(at - pageOfChoices, 0);
    default:
      return null;
  }
}

interface ChoicesProps {
  id: string;
  choices: readonly Choice[];
  chosen: number;
  onHover: (index: number) => void;
  onRun: (choice: Choice) => void;
}

function Choices({ id, choices, chosen, onHover, onRun }: ChoicesProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('palette.results')} className={classes.list}>
      {choices.map((choice, index) => (
        <div key={choice.id} role="presentation">
          {choices[index - 1]?.group !== choice.group && (
            <div className={classes.group} role="presentation">
              {t(`palette.${choice.group}`)}
            </div>
          )}
          <Line
            id={`${id}-${String(index)}`}
            choice={choice}
            chosen={index === chosen}
            onHover={() => {
              onHover(index);
            }}
            onRun={() => {
              onRun(choice);
            }}
          />
        </div>
      ))}
    </div>
  );
}

interface LineProps {
  id: string;
  choice: Choice;
  chosen: boolean;
  onHover: () => void;
  onRun: () => void;
}

function Line({ id, choice, chosen, onHover, onRun }: LineProps) {
  const { label, hint, keys, icon: Icon = IconSearch } = choice;
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={classes.line}
      onMouseMove={onHover}
      onClick={onRun}
    >
      <Icon size={17} stroke={1.7} aria-hidden />
      <span className={classes.label} dir="auto">
        {label}
      </span>
      {hint !== undefined && <span className={classes.hint}>{hint}</span>}
      {keys !== undefined && (
        <span className={classes.keys}>
          {shownKeys(keys).map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </div>
  );
}
