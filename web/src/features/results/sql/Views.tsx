// The views that can be asked, with their columns; a click writes the name where the cursor stands.
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { queries } from '~/api';
import { ErrorState, Skeleton } from '~/ui/feedback/State';
import classes from './sql.module.css';

export function Views({ onName }: { onName: (name: string) => void }) {
  const { t } = useTranslation('results');
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/measures/sql/views');
  if (error) return <ErrorState text={problemOf(error).message} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const views = [...new Set(data.columns.map(({ view }) => view))];
  return (
    <nav className={classes.views} aria-label={t('sql.views')}>
      <h2>{t('sql.views')}</h2>
      {views.map((view) => (
        <details key={view}>
          <summary>{view}</summary>
          <ul>
            <li>
              <button
                type="button"
                onClick={() => {
                  onName(view);
                }}
              >
                {t('sql.insert', { name: view })}
              </button>
            </li>
            {data.columns
              .filter((one) => one.view === view)
              .map(({ column, type }) => (
              <li key={column}>
                <button
                  type="button"
                  onClick={() => {
                    onName(column);
                  }}
                >
                  {column}
                  <span>{type}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
