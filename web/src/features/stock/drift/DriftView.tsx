// Where a linked shop believes another number than can be promised, and about what that costs a day.
import { IconCheckupList } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { managing, mayDo, useMe } from '~/platform/session';
import { useNow } from '~/platform/useNow';
import { EmptyState } from '~/ui/feedback/State';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { useStockSearch } from '../search';
import classes from '../stock.module.css';
import type { Drift } from '../wire';
import { costsOf } from './costs';

// Shops are told without news of it: it is asked again while somebody looks.
const looking = { refetchInterval: 5_000 };

export function DriftView() {
  const { t } = useTranslation('stock');
  const query = queries.useQuery('get', '/api/v1/stock/drift', {}, looking);
  const may = mayDo(useMe(), managing);
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length > 0 ? (
          <>
            <Sum items={items} />
            <DriftTable items={items} />
          </>
        ) : (
          <EmptyState icon={<IconCheckupList />} title={t('drift.none')} text={t('drift.noneText')}>
            {may && (
              <Link to="/settings/connections" search={{ tab: 'shops' }}>
                {t('drift.toShops')}
              </Link>
            )}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

function Sum({ items }: { items: readonly Drift[] }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const sums = costsOf(items).map(({ amount, currency }) => formats.money(amount, currency));
  return (
    <div>
      {sums.length > 0 && (
        <p className={classes.free} role="status">
          <strong>{sums.join(' + ')}</strong> {t('drift.aDay')}
        </p>
      )}
      <p className={classes.quiet}>{t('drift.note')}</p>
    </div>
  );
}

function DriftTable({ items }: { items: readonly Drift[] }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const channels = useChannelNames();
  const { show } = useStockSearch();
  const now = useNow();
  const phone = usePhone();
  // On a phone no heading stands above it.
  const labelled = (what: 'believed' | 'free', count: number) =>
    phone ? t(`drift.phone.${what}`, { number: formats.number(count) }) : formats.number(count);
  const columns: PlainColumn<Drift>[] = [
    {
      id: 'product',
      title: t('fields.product'),
      width: '36%',
      cell: ({ name, sku, variant, channel }) => (
        <NameCell
          name={name}
          below={sku}
          onOpen={() => {
            show({ open: variant, channel });
          }}
        />
      ),
    },
    {
      id: 'channel',
      title: t('fields.channel'),
      cell: ({ channel, since }) => (
        <>
          <ChannelName id={channel} channels={channels} />{' '}
          <small className={classes.note} title={formats.dateTime(since)}>
            {formats.ago(since, now)}
          </small>
        </>
      ),
    },
    {
      id: 'believed',
      title: t('drift.believed'),
      align: 'end',
      cell: ({ believed }) => labelled('believed', believed),
    },
    { id: 'free', title: t('drift.free'), align: 'end', cell: ({ free }) => labelled('free', free) },
    {
      id: 'cost',
      title: t('drift.cost'),
      align: 'end',
      place: 'end',
      width: '130px',
      cell: ({ cost }) =>
        cost ? <b>{formats.money(cost.amount, cost.currency)}</b> : <span title={t('drift.noPrice')}>–</span>,
    },
  ];
  const idOf = ({ variant, channel }: Drift) => variant + channel;
  return <PlainTable label={t('tabs.drift')} columns={columns} rows={items} rowId={idOf} />;
}
