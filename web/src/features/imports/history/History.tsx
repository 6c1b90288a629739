// What was brought in, the newest first; each opens with its counts and problems.
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { useActorName } from '~/platform/people';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { isUnderWay, useImports, useJobs } from '../api';
import classes from '../imports.module.css';
import { useImportsSearch } from '../search';
import type { Import } from '../wire';
import { stateTones } from '../words';
import { ImportDialog } from './ImportDialog';

export function History() {
  const { t } = useTranslation('imports');
  const { search, show } = useImportsSearch();
  const imports = useImports();
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  const open = items.find(({ id }) => id === search.open);
  return (
    <>
      <Loaded query={imports}>{() => (items.length > 0 ? <Table items={items} /> : <Nothing />)}</Loaded>
      {imports.hasNextPage && (
        <Button onClick={() => void imports.fetchNextPage()}>{t('history.more')}</Button>
      )}
      {open && (
        <ImportDialog
          done={open}
          onClose={() => {
            show({});
          }}
        />
      )}
    </>
  );
}

function Nothing() {
  const { t } = useTranslation('imports');
  const busy = useJobs().some(isUnderWay);
  if (busy) return null;
  return (
    <EmptyState icon={<IconFileImport />} title={t('history.none')} text={t('history.noneText')} />
  );
}

function Table({ items }: { items: readonly Import[] }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const actorName = useActorName();
  const { show } = useImportsSearch();
  const columns: PlainColumn<Import>[] = [
    {
      id: 'file',
      title: t('history.file'),
      width: '42%',
      cell: (row) => (
        <NameCell
          name={row.file_name}
          below={`${row.mapping_name} · ${formats.dateTime(row.started)} · ${actorName(row.started_by)}`}
          onOpen={() => {
            show({ open: row.id });
          }}
        />
      ),
    },
    {
      id: 'events',
      title: t('history.events'),
      cell: (row) => (
        <span className={classes.names}>
          <span className={classes.number}>
            {t('history.accepted', { number: formats.number(row.events) })}
          </span>
          <small>
            {t('history.duplicates', { number: formats.number(row.duplicates) })}
          </small>
        </span>
      ),
    },
    {
      id: 'wrong',
      title: t('history.wrong'),
      cell: (row) => (
        <span className={classes.names}>
          <span className={classes.number}>
            {t('history.mistakes', { number: formats.number(row.problem_rows) })}
          </span>
          {row.quarantined > 0 && (
            <small>{t('history.quarantined', { number: formats.number(row.quarantined) })}</small>
          )}
        </span>
      ),
    },
    {
      id: 'state',
      title: t('history.state'),
      width: '110px',
      place: 'end',
      cell: (row) => (
        <Tag tone={stateTones[row.state]} dot>
          {t(`states.${row.state}`)}
        </Tag>
      ),
    },
  ];
  return (
    <PlainTable label={t('history.title')} columns={columns} rows={items} rowId={({ id }) => id} />
  );
}
