// The shops that are linked: how each goes, how late it hears, and what waits.
import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { useNow } from '~/platform/useNow';
import { Tag } from '~/ui/control/Tag';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { AddConnection, ConnectionList } from '../ConnectionList';
import classes from '../connectors.module.css';
import { useLinks, type Link } from './api';
import { LinkDialog } from './LinkDialog';
import { NewLinkDialog } from './NewLinkDialog';
import { linkState, linkTones } from './state';

export function AddLink() {
  const { t } = useTranslation('connectors');
  return <AddConnection tab="shops" label={t('links.add')} />;
}

export function LinksView() {
  const { t } = useTranslation('connectors');
  const links = useLinks();
  return (
    <ConnectionList
      tab="shops"
      query={links}
      rows={links.data?.items}
      empty={{ icon: <IconBuildingStore />, title: t('links.none'), text: t('links.noneText') }}
      table={(rows, onOpen) => <LinkTable links={rows} onOpen={onOpen} />}
      dialog={(link, onClose) => <LinkDialog key={link.id} link={link} onClose={onClose} />}
      adding={(onClose) => <NewLinkDialog onClose={onClose} />}
    />
  );
}

function LinkTable({ links, onOpen }: { links: readonly Link[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const channels = useChannelNames();
  const now = useNow();
  const lateOf = ({ outgoing: { lag_p95_ms: late } }: Link) =>
    late === null || late === undefined
      ? '–'
      : t('links.lateValue', { seconds: formats.number(late / 1000, 1) });
  const columns: PlainColumn<Link>[] = [
    {
      id: 'name',
      title: t('links.name'),
      width: '32%',
      cell: ({ id, name, system }) => (
        <NameCell
          name={name}
          below={t(`links.systems.${system}`)}
          onOpen={() => {
            onOpen(id);
          }}
        />
      ),
    },
    {
      id: 'channel',
      title: t('links.channel'),
      cell: ({ channel }) => <ChannelName id={channel} channels={channels} />,
    },
    {
      id: 'waits',
      title: t('links.queue'),
      align: 'end',
      cell: ({ outgoing }) => <span className={classes.number}>{formats.number(outgoing.waiting)}</span>,
    },
    {
      id: 'late',
      title: t('links.late'),
      align: 'end',
      cell: (link) => (
        <span className={classes.number} title={t('links.lateHint')}>
          {lateOf(link)}
        </span>
      ),
    },
    {
      id: 'state',
      title: t('links.health'),
      width: '138px',
      place: 'end',
      cell: (link) => {
        const state = linkState(link, now);
        return (
          <Tag tone={linkTones[state]} dot>
            {t(`links.states.${state}`)}
          </Tag>
        );
      },
    },
  ];
  return <PlainTable label={t('tabs.shops')} columns={columns} rows={links} rowId={({ id }) => id} />;
}
