// The segments with how many customers are in each.
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries, type Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import { Page } from '~/platform/Page';
import { mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { EmptyState, ErrorState, Skeleton } from '~/ui/feedback/State';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { useSegmentsSearch } from './search';
import { SegmentDialog } from './SegmentDialog';
import classes from './segments.module.css';

type Listed = Schemas['segments.Listed'];

// Who is in a segment is brought up to date behind the events.
const lookEveryMs = 3_000;

export default function SegmentsPage() {
  const { t } = useTranslation('segments');
  const { search, show } = useSegmentsSearch();
  const { data, error, refetch } = queries.useQuery(
    'get',
    '/api/v1/segments',
    {},
    { refetchInterval: lookEveryMs },
  );
  const may = mayDo(useMe(), ['admin', 'manager']);
  const shown = data?.items.filter(({ archived }) => !archived) ?? [];
  const open = data?.items.find(({ id }) => id === search.open);
  const create = may && (
    <Button
      look="primary"
      icon={<IconPlus aria-hidden />}
      onClick={() => {
        show({ open: 'new' });
      }}
    >
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={create}>
      {error && !data && (
        <ErrorState text={problemOf(error).message} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton />}
      {data && shown.length === 0 && (
        <EmptyState icon={<IconUsersGroup />} title={t('none')} text={t('noneText')} />
      )}
      {shown.length > 0 && (
        <Table
          rows={shown}
          onOpen={(id) => {
            show({ open: id });
          }}
        />
      )}
      {(open ?? (search.open === 'new' && may)) && (
        <SegmentDialog
          segment={open}
          may={may}
          onClose={() => {
            show({});
          }}
        />
      )}
    </Page>
  );
}

function Table({ rows, onOpen }: { rows: readonly Listed[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('segments');
  const formats = useFormats();
  const columns: PlainColumn<Listed>[] = [
    {
      id: 'name',
      title: t('name'),
      width: '60%',
      cell: ({ id, name, description }) => (
        <span className={classes.names}>
          <button
            type="button"
            className={classes.link}
            onClick={() => {
              onOpen(id);
            }}
          >
            <strong dir="auto">{name}</strong>
          </button>
          <small dir="auto">{description}</small>
        </span>
      ),
    },
    {
      id: 'members',
      title: t('members'),
      cell: ({ members }) => <b className={classes.number}>{formats.number(members)}</b>,
    },
    {
      id: 'who',
      title: t('who'),
      place: 'end',
      cell: ({ id }) => (
        <Link
          to="/customers"
          search={{ view: { filters: [{ column: 'segment', not: false, values: [id] }] } }}
        >
          {t('show')}
        </Link>
      ),
    },
  ];
  return <PlainTable label={t('title')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
