// What a file does, or would do: how many lines of each sort, and what is wrong with which.
import { useTranslation } from 'react-i18next';
import { Notice } from '~/ui/feedback/Notice';
import { Facts } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import classes from '../catalog.module.css';
import type { Told } from './sendFile';

const sorts = ['added', 'changed', 'unchanged', 'refused'] as const;
const shownMost = 50;

export function ToldLines({ told, name }: { told: Told; name: string }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const { tried, lines, problems, refused } = told;
  const shown = problems.slice(0, shownMost);
  return (
    <>
      <p dir="auto">{t('import.read', { count: lines, number: formats.number(lines), name })}</p>
      <Facts
        items={sorts
          .filter((sort) => told[sort] > 0)
          .map((sort) => ({
            label: t(tried ? `import.would.${sort}` : `import.did.${sort}`),
            value: formats.number(told[sort]),
          }))}
      />
      {refused > 0 && <Notice tone="warn">{t('import.refused', { count: refused })}</Notice>}
      {refused === 0 && tried && told.added + told.changed === 0 && <Notice tone="good">{t('import.same')}</Notice>}
      {shown.length > 0 && (
        <ol className={classes.problems} aria-label={t('import.problems')}>
          {shown.map((problem) => (
            <li key={`${String(problem.line)} ${problem.column} ${problem.message}`}>
              <b>{t('import.line', { line: formats.number(problem.line) })}</b>{' '}
              {problem.column && <code>{problem.column}</code>} <span dir="auto">{problem.message}</span>
            </li>
          ))}
        </ol>
      )}
      {problems.length > shownMost && (
        <p className={classes.quiet}>{t('import.more', { count: problems.length - shownMost })}</p>
      )}
    </>
  );
}
