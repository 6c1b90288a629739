// The shops that are linked: how each goes, how late it hears, and what waits.
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import classes from '../connectors.module.css';
import { useConnectionsSearch } from '../search';
import { useNow } from '../useNow';
import { useLinks, type Link } from './api';
import { LinkDialog } from './LinkDialog';
import { NewLinkDialog } from './NewLinkDialog';
import { linkState, linkTones } from './state';

export function AddLink() {
  const { t } = useTranslation('connectors');
  const { show } = useConnectionsSearch();
  return (
    <Button
      look="primary"
      icon={<IconPlus aria-hidden />}
      onClick={() => {
        show({ tab: 'shops', add: true });
      }}
    >
      {t('links.add')}
    </Button>
  );
}

export function LinksView() {
  const { t } = useTranslation('connectors');
  const { search, show } = useConnectionsSearch();
  const links = useLinks();
  const open = links.data?.items.find(({ id }) => id === search.open);
  const close = () => {
    show({ tab: 'shops' });
  };
  return (
    <>
      <Loaded query={links}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconBuildingStore />} title={t('links.none')} text={t('links.noneText')} />
          ) : (
            <LinkTable
              links={items}
              onOpen={(id) => {
                show({ tab: 'shops', open: id });
              }}
            />
          )
        }
      </Loaded>
      {open && <LinkDialog key={open.id} link={open} onClose={close} />}
      {search.add && <NewLinkDialog onClose={close} />}
    </>
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
