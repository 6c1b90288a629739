// The segments with how many customers are in each, the open one beside them, and the pyramid below.
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries, type Schemas } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { managing, mayDo, reading, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { Split } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { PyramidSection } from './PyramidSection';
import { useSegmentsSearch } from './search';
import { SegmentDialog } from './SegmentDialog';
import { SegmentPanel } from './SegmentPanel';
import classes from './segments.module.css';

type Listed = Schemas['segments.Listed'];

// Who is in a segment is brought up to date behind the events.
const lookEveryMs = 3_000;

export default function SegmentsPage() {
  const { t } = useTranslation('segments');
  const { search, show } = useSegmentsSearch();
  const segments = queries.useQuery(
    'get',
    '/api/v1/segments',
    {},
    { refetchInterval: lookEveryMs },
  );
  const me = useMe();
  const may = mayDo(me, managing);
  const figures = mayDo(me, reading);
  const open = segments.data?.items.find(({ id }) => id === search.open);
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
  const changes = open ? search.dialog === 'rule' : search.open === 'new' && may;
  return (
    <Page title={t('title')} width="full" actions={create}>
      <Split panel={open && <SegmentPanel key={open.id} segment={open} may={may} />}>
        <div className={classes.page}>
          <Loaded query={segments}>
            {({ items }) => (
              <Segments
                all={items}
                onOpen={(id) => {
                  show({ open: id, day: undefined, known: undefined });
                }}
              />
            )}
          </Loaded>
          {figures && <PyramidSection may={may} />}
        </div>
      </Split>
      {changes && (
        <SegmentDialog
          key={open?.id ?? 'new'}
          segment={open}
          may={may}
          onClose={() => {
            show(open ? { dialog: undefined } : { open: undefined });
          }}
        />
      )}
    </Page>
  );
}

interface SegmentsProps {
  all: readonly Listed[];
  onOpen: (id: string) => void;
}

// Those that were put away, too, when they are asked for.
function Segments({ all, onOpen }: SegmentsProps) {
  const { t } = useTranslation('segments');
  const [everything, setEverything] = useState(false);
  const away = all.filter(({ archived }) => archived);
  const inUse = all.filter(({ archived }) => !archived);
  return (
    <>
      <Table rows={everything ? [...inUse, ...away] : inUse} onOpen={onOpen} />
      {away.length > 0 && (
        <div>
          <Button
            look="quiet"
            aria-expanded={everything}
            onClick={() => {
              setEverything(!everything);
            }}
          >
            {everything ? t('hideArchived') : t('showArchived', { count: away.length })}
          </Button>
        </div>
      )}
    </>
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
        <NameCell
          name={name}
          below={description}
          onOpen={() => {
            onOpen(id);
          }}
        />
      ),
    },
    {
      id: 'members',
      title: t('members'),
      align: 'end',
      cell: ({ members, archived }) =>
        archived ? (
          <Tag>{t('archived')}</Tag>
        ) : (
          <b className={classes.number}>{formats.number(members)}</b>
        ),
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
  if (rows.length === 0) {
    return <EmptyState icon={<IconUsersGroup />} title={t('none')} text={t('noneText')} />;
  }
  return <PlainTable label={t('title')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
