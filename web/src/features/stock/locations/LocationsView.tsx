// Where stock lies, in the order in which it is drawn on, and what each channel leaves for the others.
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { useLocations } from '../api';
import { useStockSearch } from '../search';
import classes from '../stock.module.css';
import type { Location } from '../wire';
import { Buffers } from './Buffers';

export function LocationsView() {
  const { t } = useTranslation('stock');
  const { show } = useStockSearch();
  const locations = useLocations();
  const may = mayDo(useMe(), managing);
  return (
    <>
      <div className={classes.head}>
        <p className={classes.quiet}>{t('locationsNote')}</p>
        {may && (
          <Button
            icon={<IconPlus aria-hidden />}
            onClick={() => {
              show({ location: 'new' });
            }}
          >
            {t('location.new')}
          </Button>
        )}
      </div>
      <Loaded query={locations}>
        {({ items }) =>
          items.length > 0 ? (
            <Table rows={items} may={may} />
          ) : (
            <EmptyState title={t('noLocation')} text={t('noLocationText')} />
          )
        }
      </Loaded>
      <Buffers may={may} />
    </>
  );
}

function Table({ rows, may }: { rows: readonly Location[]; may: boolean }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const { show } = useStockSearch();
  const columns: PlainColumn<Location>[] = [
    {
      id: 'name',
      title: t('fields.name'),
      width: '40%',
      cell: ({ id, name, code }) => (
        <NameCell
          name={name}
          below={code}
          {...(may
            ? {
                onOpen: () => {
                  show({ location: id });
                },
              }
            : {})}
        />
      ),
    },
    { id: 'kind', title: t('fields.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      id: 'sells',
      title: t('fields.sells'),
      cell: ({ sells }) => t(sells ? 'location.sells' : 'location.keeps'),
    },
    {
      id: 'rank',
      title: t('fields.rank'),
      align: 'end',
      cell: ({ rank }) => formats.number(rank),
    },
    {
      id: 'state',
      title: t('fields.state'),
      place: 'end',
      cell: ({ active }) => (
        <Tag tone={active ? 'good' : 'outline'} dot={active}>
          {t(active ? 'location.active' : 'location.closed')}
        </Tag>
      ),
    },
  ];
  return <PlainTable label={t('tabs.locations')} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
