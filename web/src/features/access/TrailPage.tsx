// The trail: who changed what, the newest first, with what stood there before and after.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paged, queries, type Schemas } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { startOf } from '~/platform/period';
import { SettingsPage } from '~/platform/settings';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { NameCell } from '~/ui/layout/NameCell';
import { BelowRow, PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats, useLocale } from '~/ui/text/locale';
import classes from './access.module.css';
import { ChangeShown } from './ChangeShown';
import { trailRoute } from './trail';
import { TrailFilters } from './TrailFilters';
import { useWords } from './words';

type Entry = Schemas['access.AuditEntry'];

export default function TrailPage() {
  const { t } = useTranslation('access');
  const filter = trailRoute.useSearch();
  const navigate = useNavigate();
  const { since, ...rest } = filter;
  const { timeZone } = useLocale();
  const query = { ...rest, ...(since === undefined ? {} : { since: startOf(since, timeZone) }) };
  const trail = queries.useInfiniteQuery('get', '/api/v1/access/audit', { params: { query } }, paged);
  return (
    <SettingsPage title={t('trail.title')}>
      <TrailFilters
        filter={filter}
        onFilter={(search) => void navigate({ to: '/settings/trail', search })}
      />
      <Loaded query={trail} lines={10}>
        {({ pages }) => <Entries entries={pages.flatMap(({ items }) => items)} />}
      </Loaded>
      {trail.hasNextPage && (
        <Button busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </SettingsPage>
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('access');
  const formats = useFormats();
  const words = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const columns = useMemo<PlainColumn<Entry>[]>(
    () => [
      {
        id: 'what',
        title: t('trail.what'),
        cell: (entry) => (
          <button
            type="button"
            className={classes.person}
            aria-expanded={open === entry.id}
            onClick={() => {
              setOpen(open === entry.id ? null : entry.id);
            }}
          >
            <NameCell
              name={words.change(entry.entity, entry.action)}
              below={words.nameIn(entry)}
            />
          </button>
        ),
      },
      {
        id: 'who',
        title: t('trail.who'),
        width: '28%',
        cell: (entry) => <span dir="auto">{words.actor(entry)}</span>,
      },
      {
        id: 'when',
        title: t('trail.when'),
        width: '190px',
        cell: (entry) => <span className={classes.number}>{formats.dateTime(entry.ts)}</span>,
      },
    ],
    [t, words, formats, open],
  );
  if (entries.length === 0) {
    return <EmptyState title={t('trail.none')} text={t('trail.noneText')} />;
  }
  return (
    <PlainTable
      label={t('trail.title')}
      columns={columns}
      rows={entries}
      rowId={(entry) => entry.id}
      below={(entry) =>
        entry.id === open && (
          <BelowRow columns={columns.length}>
            <ChangeShown entry={entry} />
          </BelowRow>
        )
      }
    />
  );
}
