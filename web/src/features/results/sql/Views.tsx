// The views that can be asked, with their columns; a click writes the name where the cursor stands.
import { useTranslation } from 'react-i18next';
import { queries, type Schemas } from '~/api';
import { Loaded } from '~/platform/Loaded';
import classes from './sql.module.css';

export function Views({ onName }: { onName: (name: string) => void }) {
  return (
    <Loaded query={queries.useQuery('get', '/api/v1/measures/sql/views')} lines={8}>
      {({ columns }) => <List columns={columns} onName={onName} />}
    </Loaded>
  );
}

interface ListProps {
  columns: readonly Schemas['measures.ViewColumn'][];
  onName: (name: string) => void;
}

function List({ columns, onName }: ListProps) {
  const { t } = useTranslation('results');
  const views = [...new Set(columns.map(({ view }) => view))];
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
            {columns
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
