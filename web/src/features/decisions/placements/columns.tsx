// The columns of the grid of places.
import type { TFunction } from 'i18next';
import { ChannelName } from '~/platform/ChannelName';
import type { ChannelNames } from '~/platform/channels';
import { Tag } from '~/ui/control/Tag';
import type { Column } from '~/ui/grid/types';
import type { Formats } from '~/ui/text/formats';
import type { Placement } from '../wire';

// A place with what other records say of it.
export interface Row extends Placement {
  channelName: string;
  offerNames: readonly string[];
}

interface Tools {
  t: TFunction<'decisions'>;
  formats: Formats;
  channels: ChannelNames;
}

export const placementColumns = ({ t, formats, channels }: Tools): Column<Row>[] => [
  {
    id: 'name',
    title: t('fields.place'),
    width: 240,
    primary: true,
    sortable: true,
    phone: 'title',
    text: ({ name }) => name,
  },
  {
    id: 'channel',
    title: t('fields.channel'),
    width: 200,
    sortable: true,
    phone: 'line',
    text: ({ channelName }) => channelName,
    cell: ({ channel }) => <ChannelName id={channel} channels={channels} />,
  },
  {
    id: 'state',
    title: t('fields.state'),
    width: 110,
    sortable: true,
    phone: 'tag',
    text: ({ active }) => t(active ? 'on' : 'off'),
    cell: ({ active }) => (
      <Tag tone={active ? 'good' : 'outline'} dot={active}>
        {t(active ? 'on' : 'off')}
      </Tag>
    ),
  },
  {
    id: 'offers',
    title: t('fields.offers'),
    width: 420,
    sortable: true,
    phone: 'line',
    text: ({ offerNames }) => offerNames.join(', ') || '–',
  },
  {
    id: 'code',
    title: t('fields.code'),
    width: 180,
    text: ({ code }) => code,
    cell: ({ code }) => <code>{code}</code>,
  },
  {
    id: 'changed',
    title: t('fields.changed'),
    width: 170,
    hidden: true,
    text: ({ changed }) => formats.dateTime(changed),
  },
];
