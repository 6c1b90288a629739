// How far the catalog is for each channel: what it needs, how many products have that, and where what is
// missing can be seen and filled in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import classes from '../catalog.module.css';
import { useCatalogSearch } from '../search';
import { useCompleteness, type Completeness } from './api';
import { NeedsDialog } from './NeedsDialog';
import { useNeedName } from './useNeedName';

export default function CompletenessDialog({ may, onClose }: { may: boolean; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const { nameOf } = useChannelNames();
  const query = useCompleteness();
  const [changing, setChanging] = useState<string | null>(null);
  const columns: PlainColumn<Completeness>[] = [
    { id: 'channel', title: t('price.channel'), cell: ({ channel }) => nameOf(channel) },
    {
      id: 'complete',
      title: t('complete.complete'),
      align: 'end',
      place: 'end',
      cell: (row) => <Share row={row} />,
    },
    { id: 'gaps', title: t('complete.missing'), width: '50%', cell: (row) => <Gaps row={row} /> },
    ...(may
      ? [
          {
            id: 'change',
            title: '',
            cell: ({ channel }: Completeness) => (
              <Button
                look="quiet"
                onClick={() => {
                  setChanging(channel);
                }}
              >
                {t('complete.change')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const changed = query.data?.items.find(({ channel }) => channel === changing);
  return (
    <Dialog open title={t('complete.title')} width={860} onClose={onClose}>
      <p className={classes.quiet}>{t('complete.text')}</p>
      <Loaded query={query} lines={6}>
        {({ items }) => (
          <PlainTable
            label={t('complete.title')}
            columns={columns}
            rows={items}
            rowId={({ channel }) => channel}
          />
        )}
      </Loaded>
      {changed && (
        <NeedsDialog
          of={changed}
          onClose={() => {
            setChanging(null);
          }}
        />
      )}
    </Dialog>
  );
}

function Share({ row: { complete, products } }: { row: Completeness }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  return <>{t('complete.of', { count: complete, complete: formats.number(complete), all: formats.number(products) })}</>;
}

function Gaps({ row: { channel, needs, gaps } }: { row: Completeness }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const needName = useNeedName();
  const { show } = useCatalogSearch();
  if (needs.length === 0) return <span className={classes.quiet}>{t('complete.nothingNeeded')}</span>;
  const missing = gaps.filter(({ products }) => products > 0);
  if (missing.length === 0) return <span className={classes.quiet}>{t('complete.nothingMissing')}</span>;
  return (
    <span className={classes.gaps}>
      {missing.map(({ need, products }) => (
        <Button
          key={need}
          look="quiet"
          onClick={() => {
            show({
              dialog: undefined,
              view: {
                filters: [
                  { column: 'incomplete_on', not: false, values: [channel] },
                  { column: 'missing', not: false, values: [need] },
                ],
              },
            });
          }}
        >
          {t('complete.gap', { need: needName(need), count: products, number: formats.number(products) })}
        </Button>
      ))}
    </span>
  );
}
