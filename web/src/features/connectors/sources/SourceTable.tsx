// The sources with their channel, when they last sent something, and whether that is too long ago.
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { useNow } from '~/platform/useNow';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import classes from '../connectors.module.css';
import type { Source } from '../wire';
import { StateTag } from './StateTag';

export interface SourceTableProps {
  sources: readonly Source[];
  onOpen: (id: string) => void;
}

export function SourceTable({ sources, onOpen }: SourceTableProps) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const channels = useChannelNames();
  const now = useNow();
  const columns: PlainColumn<Source>[] = [
    {
      id: 'name',
      title: t('source.name'),
      width: '36%',
      cell: (source) => (
        <NameCell
          name={source.name}
          below={t(`source.kinds.${source.kind}`)}
          onOpen={() => {
            onOpen(source.id);
          }}
        />
      ),
    },
    {
      id: 'channel',
      title: t('source.channel'),
      cell: ({ channel }) => <ChannelName id={channel} channels={channels} />,
    },
    {
      id: 'last',
      title: t('source.last'),
      cell: ({ last_event: last }) => (
        <span className={classes.quiet} title={last ? formats.dateTime(last) : undefined}>
          {last ? formats.ago(last, now) : t('source.never')}
        </span>
      ),
    },
    {
      id: 'state',
      title: t('source.state'),
      width: '138px',
      place: 'end',
      cell: (source) => <StateTag source={source} />,
    },
  ];
  return <PlainTable label={t('title')} columns={columns} rows={sources} rowId={({ id }) => id} />;
}
