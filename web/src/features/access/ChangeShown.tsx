// What a change did to its fields.
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api';
import classes from './access.module.css';

type Entry = Schemas['access.AuditEntry'];
type Fields = Record<string, unknown>;

const fieldsOf = (state: unknown): Fields =>
  typeof state === 'object' && state !== null ? (state as Fields) : {};

const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return JSON.stringify(value);
};

// The fields that differ, with what stood there before and after.
export function ChangeShown({ entry }: { entry: Entry }) {
  const { t } = useTranslation('access');
  const before = fieldsOf(entry.before);
  const after = fieldsOf(entry.after);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== 'version' && shown(before[name]) !== shown(after[name]),
  );
  if (names.length === 0) {
    return <p className={classes.quiet}>{t('trail.noFields', { peer: entry.peer || '—' })}</p>;
  }
  return (
    <dl className={classes.change}>
      <dt className={classes.head}>{t('trail.field')}</dt>
      <dd className={classes.head}>{t('trail.before')}</dd>
      <dd className={classes.head}>{t('trail.after')}</dd>
      {names.map((name) => (
        <Field key={name} name={name} before={shown(before[name])} after={shown(after[name])} />
      ))}
    </dl>
  );
}

function Field({ name, before, after }: { name: string; before: string; after: string }) {
  return (
    <>
      <dt>{name.replaceAll('_', ' ')}</dt>
      <dd dir="auto">{before}</dd>
      <dd dir="auto">{after}</dd>
    </>
  );
}
