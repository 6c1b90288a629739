// The events of a group: what was read of each, with the faulty field pointed out, and what was sent.
import { useTranslation } from 'react-i18next';
import { paged, queries } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import type { Group } from '../api';
import classes from '../connectors.module.css';
import type { Quarantined } from '../wire';

export function EventList({ group }: { group: Group }) {
  const { t } = useTranslation('connectors');
  const list = queries.useInfiniteQuery(
    'get',
    '/api/v1/events/quarantine',
    { params: { query: { ...group, limit: 20 } } },
    paged,
  );
  return (
    <Card title={t('quarantine.list')}>
      <Loaded query={list}>
        {({ pages }) => (
          <ol className={classes.events}>
            {pages
              .flatMap(({ items }) => items)
              .map((one) => (
                <li key={one.id}>
                  <OneEvent one={one} />
                </li>
              ))}
          </ol>
        )}
      </Loaded>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()}>{t('quarantine.more')}</Button>
      )}
    </Card>
  );
}

function OneEvent({ one }: { one: Quarantined }) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const [faulty = ''] = one.pointer.split('/').slice(1);
  const draft = (one.draft ?? {}) as Record<string, unknown>;
  const known = Object.entries(draft).filter(([, value]) => value !== null && value !== '');
  const parts = known.some(([name]) => name === faulty) || !faulty ? known : [...known, [faulty, '']];
  return (
    <>
      <div className={classes.eventHead}>
        <span>{formats.dateTime(one.received)}</span>
        <span>{one.message}</span>
      </div>
      <dl className={classes.draft}>
        {parts.map(([name, value]) => (
          <div key={String(name)} data-faulty={name === faulty || undefined}>
            <dt>{String(name)}</dt>
            <dd dir="auto">
              {value === '' ? t('quarantine.nothing') : typeof value === 'string' ? value : JSON.stringify(value)}
            </dd>
          </div>
        ))}
      </dl>
      <details className={classes.raw}>
        <summary>{t('quarantine.raw')}</summary>
        <pre tabIndex={0} aria-label={t('quarantine.raw')}>
          {pretty(one.raw)}
        </pre>
      </details>
    </>
  );
}

function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
