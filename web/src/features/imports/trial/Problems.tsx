// What is wrong with which line of a file, in the reader's language.
import { useTranslation } from 'react-i18next';
import { useLocale, useFormats } from '~/ui/text/locale';
import classes from '../imports.module.css';
import type { ToldProblem } from '../wire';

export interface ProblemsProps {
  problems: readonly ToldProblem[];
  // How many rows have one.
  rows: number;
}

const shownMost = 20;

export function Problems({ problems, rows }: ProblemsProps) {
  const { t } = useTranslation('imports');
  const { language } = useLocale();
  const formats = useFormats();
  if (problems.length === 0) return null;
  const more = rows - Math.min(shownMost, problems.length);
  return (
    <section className={classes.problems} aria-label={t('problems.title')}>
      <h3>{t('problems.found', { count: rows, number: formats.number(rows) })}</h3>
      <ol>
        {problems.slice(0, shownMost).map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.code}`}>
            <b>{t('problems.line', { line: formats.number(problem.line) })}</b>
            <span dir="auto">{problem[language]}</span>
          </li>
        ))}
      </ol>
      {more > 0 && <p>{t('problems.more', { count: more, number: formats.number(more) })}</p>}
    </section>
  );
}
