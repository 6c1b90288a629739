// What is looked at before the channel speaks for the brand.
import { IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '~/ui/control/Button';
import { TextField } from '~/ui/form/TextField';
import { useFormats } from '~/ui/text/locale';
import { useFieldEdit } from '../changes';
import { usePeople } from '~/platform/people';
import { Section } from '~/ui/layout/Section';
import type { Check, View } from '../wire';
import { checkStates } from '../words';
import classes from './panel.module.css';

export function Checks({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  const { id, checks } = channel;
  const summary = (list: readonly Check[]) =>
    t('checks.summary', {
      passed: list.filter(({ state }) => state === 'passed').length,
      count: list.length,
    });
  const save = (to: Check[]) => edit({ id, field: 'checks', from: checks, to, words: summary });
  return (
    <Section title={t('fields.checks')} note={checks.length > 0 && summary(checks)}>
      {checks.length === 0 && <p className={classes.empty}>{t('checks.none')}</p>}
      {checks.map((check, index) => (
        <CheckLine
          key={check.name}
          check={check}
          onChange={(state) => void save(checks.with(index, { ...check, state }))}
          onRemove={() => void save(checks.filter((_, other) => other !== index))}
        />
      ))}
      <AddCheck onAdd={(name) => save([...checks, { name, state: 'open', note: '' }])} />
    </Section>
  );
}

interface CheckLineProps {
  check: Check;
  onChange: (state: Check['state']) => void;
  onRemove: () => void;
}

function CheckLine({ check, onChange, onRemove }: CheckLineProps) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const { nameOf } = usePeople();
  const { name, state, decided } = check;
  const who = nameOf(check.decided_by);
  return (
    <div className={classes.checkLine}>
      <span className={classes.checkName} dir="auto">
        {name}
      </span>
      <select
        className={classes.small}
        aria-label={t('checks.state', { name })}
        value={state}
        onChange={(event) => {
          onChange(event.target.value as Check['state']);
        }}
      >
        {checkStates.map((value) => (
          <option key={value} value={value}>
            {t(`checkStates.${value}`)}
          </option>
        ))}
      </select>
      <IconButton label={t('checks.remove', { name })} onClick={onRemove}>
        <IconX aria-hidden />
      </IconButton>
      {decided && who && (
        <span className={classes.sub}>
          {t('checks.decided', { who, when: formats.dateTime(decided) })}
        </span>
      )}
    </div>
  );
}

function AddCheck({ onAdd }: { onAdd: (name: string) => Promise<unknown> }) {
  const { t } = useTranslation('channels');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      setProblem(t('checks.nameMissing'));
      return;
    }
    setName('');
    void onAdd(name.trim());
  };
  return (
    <form className={classes.addLine} onSubmit={submit}>
      <TextField
        label={t('checks.name')}
        value={name}
        maxLength={120}
        error={problem}
        onChange={(event) => {
          setName(event.target.value);
          setProblem(undefined);
        }}
      />
      <Button type="submit" icon={<IconPlus aria-hidden />}>
        {t('checks.add')}
      </Button>
    </form>
  );
}
