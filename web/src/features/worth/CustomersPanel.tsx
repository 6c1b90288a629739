// The customers of a cell or a channel, the most valuable first.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { sourceOf, useRowsOf } from '~/platform/gridList';
import { FileLinks } from '~/platform/scope/FileLinks';
import { EmptyState } from '~/ui/feedback/State';
import { Grid } from '~/ui/grid/Grid';
import type { Column, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { type Chosen, type CustomerWorth, fileOf, type Model, useCustomers } from './api';
import { useValueSearch } from './search';

export function CustomersPanel({ chosen, model }: { chosen: Chosen; model: Model }) {
  const { t } = useTranslation('worth');
  const { nameOf } = useChannelNames();
  const { show } = useValueSearch();
  const who = chosen.channel
    ? t('customers.ofChannel', { name: nameOf(chosen.channel) })
    : t('customers.ofCell', { recency: chosen.recency, frequency: chosen.frequency });
  return (
    <SidePanel
      fills
      title={t('customers.title')}
      sub={who}
      onClose={() => {
        show({ cell: undefined, channel: undefined });
      }}
      footer={<FileLinks of={(form) => fileOf('customers', form, chosen)} />}
    >
      <CustomerGrid chosen={chosen} model={model} />
    </SidePanel>
  );
}

const idOf = ({ customer }: CustomerWorth) => customer;
const itemsOf = ({ items }: { items: CustomerWorth[] }) => items;

function CustomerGrid({ chosen, model }: { chosen: Chosen; model: Model }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const navigate = useNavigate();
  const columns = useColumns(model.currency, model.models.gamma_gamma !== null);
  const start = useMemo(() => startView(columns), [columns]);
  const [view, setView] = useState<GridView>(start);
  const query = useCustomers(chosen);
  const rows = useRowsOf(query, itemsOf);
  const total = query.data?.pages[0]?.total ?? rows.length;
  return (
    <Grid
      label={t('customers.title')}
      columns={columns}
      rowId={idOf}
      view={view}
      onView={setView}
      onOpen={({ customer }) => {
        void navigate({ to: '/customers', search: { open: customer } });
      }}
      source={sourceOf(query, rows)}
      count={t('n', { count: total, number: formats.number(total) })}
      empty={<EmptyState title={t('customers.none')} />}
    />
  );
}

// Where nothing is told in money, what they bought for stands in its place.
function useColumns(currency: string, inMoney: boolean): Column<CustomerWorth>[] {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const names = useChannelNames();
  const { list } = names;
  return useMemo(() => {
    const money = (amount: string | null | undefined) => (amount == null ? '' : formats.money(amount, currency, true));
    const range = (low: string | undefined, high: string | undefined) =>
      low === undefined || high === undefined ? '' : t('between', { low, high });
    const spent: Column<CustomerWorth> = {
      id: 'spent',
      title: t('fields.spent'),
      width: 118,
      align: 'end',
      text: ({ spent: sum }) => money(sum),
    };
    const expected: Column<CustomerWorth>[] = [
      {
        id: 'clv',
        title: t('fields.clv'),
        width: 96,
        align: 'end',
        phone: 'value',
        text: ({ clv }) => money(clv),
      },
      {
        id: 'range',
        title: t('fields.range'),
        width: 184,
        align: 'end',
        text: ({ clv_low: low, clv_high: high }) =>
          range(low == null ? undefined : money(low), high == null ? undefined : money(high)),
      },
    ];
    return [
      {
        id: 'customer',
        title: t('fields.customer'),
        width: 168,
        primary: true,
        phone: 'title',
        text: ({ customer }) => customer,
      },
      ...(inMoney ? expected : [{ ...spent, phone: 'value' as const }]),
      {
        id: 'alive',
        title: t('fields.alive'),
        width: 108,
        align: 'end',
        phone: 'line',
        text: ({ alive }) => (alive == null ? '' : formats.percent(alive)),
      },
      {
        id: 'orders',
        title: t('fields.orders'),
        width: 126,
        align: 'end',
        text: ({ orders }) => (orders == null ? '' : formats.number(orders, 1)),
      },
      {
        id: 'scores',
        title: t('fields.scores'),
        width: 84,
        align: 'end',
        text: ({ recency, frequency, monetary }) => [recency, frequency, monetary].join(' · '),
      },
      ...(inMoney ? [spent] : []),
      {
        id: 'last',
        title: t('fields.last'),
        width: 132,
        phone: 'line',
        text: ({ last_day: day }) => formats.dateShort(day),
      },
      {
        id: 'channel',
        title: t('fields.first'),
        width: 140,
        text: ({ channel }) => names.nameOf(channel),
        cell: ({ channel }) => <ChannelName id={channel} channels={names} />,
      },
    ];
    // The functions of `names` follow its list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t, formats, list, currency, inMoney]);
}
