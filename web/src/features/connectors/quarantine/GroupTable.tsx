// How many wait for the same reason, of the same source and kind; the largest group first.
import { useTranslation } from 'react-i18next';
import { useNow } from '~/platform/useNow';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { useSources } from '../api';
import classes from '../connectors.module.css';
import { useDataSearch } from '../search';
import type { QuarantineCount } from '../wire';

export function GroupTable({ counts }: { counts: readonly QuarantineCount[] }) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const now = useNow();
  const { data } = useSources();
  const { show } = useDataSearch();
  const nameOf = (id: string) => data?.sources.find((source) => source.id === id)?.name ?? '…';
  const columns: PlainColumn<QuarantineCount>[] = [
    {
      id: 'reason',
      title: t('quarantine.reason'),
      width: '40%',
      cell: ({ source, reason, kind }) => (
        <NameCell
          name={t(`reasons.${reason}`)}
          onOpen={() => {
            show({ tab: 'quarantine', source, reason, kind });
          }}
        />
      ),
    },
    {
      id: 'kind',
      title: t('quarantine.kind'),
      cell: ({ kind }) => <span dir="auto">{kind || t('quarantine.noKind')}</span>,
    },
    {
      id: 'source',
      title: t('data.source'),
      cell: ({ source }) => <span dir="auto">{nameOf(source)}</span>,
    },
    {
      id: 'latest',
      title: t('quarantine.latest'),
      cell: ({ latest }) => <span className={classes.quiet}>{formats.ago(latest, now)}</span>,
    },
    {
      id: 'events',
      title: t('quarantine.events'),
      align: 'end',
      width: '100px',
      place: 'end',
      cell: ({ events }) => <b className={classes.number}>{formats.number(events)}</b>,
    },
  ];
  return (
    <PlainTable
      label={t('data.tabs.quarantine')}
      columns={columns}
      rows={[...counts].sort((a, b) => b.events - a.events)}
      rowId={({ source, reason, kind }) => `${source} ${reason} ${kind}`}
    />
  );
}
