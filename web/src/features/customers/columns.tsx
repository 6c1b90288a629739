// The columns of the grid of customers.
import type { TFunction } from 'i18next';
import { ChannelName } from '~/platform/ChannelName';
import type { ChannelNames } from '~/platform/channels';
import { Avatar } from '~/ui/control/Dot';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import classes from './customers.module.css';
import type { Listed, Row } from './wire';

export type Words = TFunction<'customers'>;

// What somebody is called: a name, else by what one is known, else a number.
export const nameOf = ({ id, name, email, phone }: Listed): string =>
  name || email || phone || id;

export interface ColumnsOf {
  t: Words;
  formats: Formats;
  channels: ChannelNames;
  margins: boolean;
}

export function customerColumns(of: ColumnsOf): Column<Row>[] {
  const { t, formats, channels } = of;
  const day = (moment: string) => formats.dateShort(formats.dayOf(moment));
  return [
    {
      id: 'name',
      title: t('fields.name'),
      width: 240,
      primary: true,
      phone: 'title',
      text: nameOf,
      cell: (row) => (
        <span className={classes.person}>
          <Avatar name={nameOf(row)} />
          <span dir="auto">{nameOf(row)}</span>
        </span>
      ),
    },
    {
      id: 'last_channel',
      title: t('fields.lastChannel'),
      width: 170,
      phone: 'line',
      text: (row) => (row.last_channel ? channels.nameOf(row.last_channel) : ''),
      cell: (row) => row.last_channel && <ChannelName id={row.last_channel} channels={channels} />,
    },
    {
      id: 'last_seen',
      title: t('fields.lastSeen'),
      width: 130,
      sortable: true,
      phone: 'line',
      text: (row) => day(row.last_seen),
    },
    {
      id: 'channels',
      title: t('fields.channels'),
      width: 96,
      align: 'end',
      sortable: true,
      text: (row) => formats.number(row.channels.length),
    },
    {
      id: 'orders',
      title: t('fields.orders'),
      width: 110,
      align: 'end',
      sortable: true,
      text: (row) => formats.number(row.orders),
    },
    {
      id: 'net_revenue',
      title: t('fields.revenue'),
      width: 140,
      align: 'end',
      sortable: true,
      phone: 'value',
      text: (row) => formats.money(row.net_revenue, row.currency, true),
    },
    ...(of.margins ? [marginColumn(of)] : []),
    {
      id: 'events',
      title: t('fields.events'),
      width: 120,
      align: 'end',
      sortable: true,
      hidden: true,
      text: (row) => formats.number(row.events),
    },
    {
      id: 'marketing',
      title: t('fields.marketing'),
      width: 190,
      text: (row) => row.marketing.map((means) => t(`means.${means}`)).join(', ') || '–',
    },
    {
      id: 'first_seen',
      title: t('fields.firstSeen'),
      width: 130,
      sortable: true,
      hidden: true,
      text: (row) => day(row.first_seen),
    },
  ];
}

const marginColumn = ({ t, formats }: ColumnsOf): Column<Row> => ({
  id: 'margin',
  title: t('fields.margin'),
  width: 130,
  align: 'end',
  sortable: true,
  text: (row) => (row.margin == null ? '–' : formats.money(row.margin, row.currency, true)),
});
