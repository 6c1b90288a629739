// What is believed to lie here of one variant, and what was counted instead.
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Loaded } from '~/platform/Loaded';
import { type Variant, variantName } from '~/platform/variants';
import { Button, IconButton } from '~/ui/control/Button';
import { Notice } from '~/ui/feedback/Notice';
import { useFormats } from '~/ui/text/locale';
import { mostPieces, piecesIn } from '../acts';
import { useLevels, useRefresh, writeDown } from '../api';
import type { Level, Location } from '../wire';
import type { Counted } from './CountPage';
import classes from './count.module.css';

export interface CountFormProps {
  variant: Variant;
  location: Location;
  // Without a count when it was left.
  onDone: (counted?: Omit<Counted, 'key'>) => void;
}

export function CountForm(props: CountFormProps) {
  const { variant, location } = props;
  const levels = useLevels(variant.id, location.id);
  return (
    <section className={classes.card} aria-label={variant.sku}>
      <h2 className={classes.name} dir="auto">
        {variantName(variant)}
      </h2>
      <p className={classes.sku} dir="auto">
        {[variant.sku, location.name].join(' · ')}
      </p>
      <Loaded query={levels} lines={3}>
        {({ items: [level] }) => <Fields {...props} level={level} />}
      </Loaded>
    </section>
  );
}

function Fields({ variant, location, level, onDone }: CountFormProps & { level: Level | undefined }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const refresh = useRefresh();
  // As it was believed when the counting began, whatever is sold meanwhile.
  const [was] = useState(level?.on_hand ?? 0);
  const reserved = level?.reserved ?? 0;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const pieces = piecesIn(text, 0);
  const step = (by: number) => {
    setText(String(Math.min(mostPieces, Math.max(0, (pieces ?? was) + by))));
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (pieces === undefined) {
      setWrong(t('wholeOrNone'));
      return;
    }
    setBusy(true);
    const count = { act: 'counted' as const, variant: variant.id, location: location.id, pieces };
    writeDown({ ...count, to: '', reference: '', note: '' })
      .then(() => {
        void refresh();
        onDone({ sku: variant.sku, was, is: pieces });
      })
      .catch((error: unknown) => {
        setWrong(problemOf(error).message);
        setBusy(false);
      });
  };
  return (
    <form className={classes.form} onSubmit={save} noValidate>
      <dl className={classes.believed}>
        <div>
          <dt>{t('count.believed')}</dt>
          <dd>{formats.number(was)}</dd>
        </div>
        <div>
          <dt>{t('count.promised')}</dt>
          <dd>{formats.number(reserved)}</dd>
        </div>
      </dl>
      <label className={classes.label} htmlFor="counted">
        {t('fields.counted')}
      </label>
      <div className={classes.stepper}>
        <IconButton
          look="normal"
          label={t('count.less')}
          onClick={() => {
            step(-1);
          }}
        >
          <IconMinus aria-hidden />
        </IconButton>
        <input
          id="counted"
          className={classes.input}
          inputMode="numeric"
          autoComplete="off"
          enterKeyHint="done"
          autoFocus
          value={text}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? 'counted-wrong' : undefined}
          onChange={(event) => {
            setText(event.target.value.trim());
            setWrong(undefined);
          }}
        />
        <IconButton
          look="normal"
          label={t('count.more')}
          onClick={() => {
            step(1);
          }}
        >
          <IconPlus aria-hidden />
        </IconButton>
      </div>
      <div id="counted-wrong" aria-live="polite">
        {wrong && <Notice tone="bad">{wrong}</Notice>}
        {pieces !== undefined && pieces < reserved && (
          <Notice tone="warn">{t('count.breaks', { count: reserved - pieces })}</Notice>
        )}
      </div>
      <div className={classes.bar}>
        <Button
          onClick={() => {
            onDone();
          }}
        >
          {t('count.skip')}
        </Button>
        <Button look="primary" type="submit" busy={busy}>
          {t('count.next')}
        </Button>
      </div>
    </form>
  );
}
