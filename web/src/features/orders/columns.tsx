// The columns of the list of orders.
import type { TFunction } from 'i18next';
import { ChannelName } from '~/platform/ChannelName';
import type { ChannelNames } from '~/platform/channels';
import { Tag } from '~/ui/control/Tag';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import type { Listed } from './wire';
import { stateTones } from './words';

interface Tools {
  t: TFunction<'orders'>;
  formats: Formats;
  channels: ChannelNames;
  margins: boolean;
}

export function orderColumns({ t, formats, channels, margins }: Tools): Column<Listed>[] {
  const amount = (value: string, { currency }: Listed) => formats.money(value, currency);
  return [
    {
      id: 'reference',
      title: t('fields.reference'),
      width: 150,
      primary: true,
      phone: 'title',
      text: ({ reference, buyer }) => [reference, buyer].filter(Boolean).join(' · '),
      cell: ({ reference }) => <span dir="auto">{reference}</span>,
    },
    {
      id: 'state',
      title: t('fields.state'),
      width: 160,
      phone: 'tag',
      text: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>,
    },
    {
      id: 'placed',
      title: t('fields.placed'),
      width: 160,
      phone: 'line',
      text: ({ placed }) => formats.dateTime(placed),
    },
    {
      id: 'buyer',
      title: t('fields.buyer'),
      width: 200,
      text: ({ buyer }) => buyer,
      cell: ({ buyer }) => <span dir="auto">{buyer}</span>,
    },
    {
      id: 'channel',
      title: t('fields.channel'),
      width: 170,
      phone: 'line',
      text: ({ channel }) => channels.nameOf(channel),
      cell: ({ channel }) => <ChannelName id={channel} channels={channels} />,
    },
    {
      id: 'payable',
      title: t('fields.payable'),
      width: 120,
      align: 'end',
      phone: 'value',
      text: (row) => amount(row.payable, row),
    },
    {
      id: 'paid',
      title: t('fields.paid'),
      width: 120,
      align: 'end',
      text: (row) => amount(row.paid, row),
    },
    ...(margins ? [marginColumn({ t, formats })] : []),
    {
      id: 'campaign',
      title: t('fields.campaign'),
      width: 140,
      hidden: true,
      text: ({ campaign }) => campaign,
    },
    { id: 'country', title: t('fields.country'), width: 90, hidden: true, text: ({ country }) => country },
  ];
}

const marginColumn = ({ t, formats }: Pick<Tools, 't' | 'formats'>): Column<Listed> => ({
  id: 'margin',
  title: t('fields.margin'),
  width: 120,
  align: 'end',
  text: ({ margin, currency }) => (margin == null ? '–' : formats.money(margin, currency)),
});
