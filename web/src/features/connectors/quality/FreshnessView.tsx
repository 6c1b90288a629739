// What each source last told of each channel, how much comes in just now, and who fell silent.
import { IconDatabaseOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { useLiveEvents } from '~/platform/liveEvents';
import { Loaded } from '~/platform/Loaded';
import { managing, mayDo, useMe } from '~/platform/session';
import { useNow } from '~/platform/useNow';
import { Notice } from '~/ui/feedback/Notice';
import { EmptyState } from '~/ui/feedback/State';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { useFreshness, useSources } from '../api';
import classes from '../connectors.module.css';
import { doing } from '../sources/state';
import { StateTag } from '../sources/StateTag';
import type { Freshness, Source } from '../wire';
import { isFirstOfChannel, newestFirst } from './freshness';

export function FreshnessView() {
  const sources = useSources();
  return (
    <Loaded query={useFreshness()}>
      {({ channels }) =>
        channels.length === 0 ? (
          <Nothing />
        ) : (
          <Loaded query={sources}>
            {(known) => (
              <>
                <Silent sources={known.sources} />
                <Table rows={channels} sources={known.sources} />
              </>
            )}
          </Loaded>
        )
      }
    </Loaded>
  );
}

function Nothing() {
  const { t } = useTranslation('connectors');
  const managers = mayDo(useMe(), managing);
  return (
    <EmptyState icon={<IconDatabaseOff />} title={t('data.none')} text={t('data.noneText')}>
      {managers && (
        <>
          <Link to="/settings/connections">{t('data.connect')}</Link>
          <Link to="/settings/imports">{t('orImport')}</Link>
        </>
      )}
    </EmptyState>
  );
}

function Silent({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const silent = sources.filter((source) => doing(source) === 'silent');
  if (silent.length === 0) return null;
  return (
    <Notice tone="bad">
      {t('data.silent', { count: silent.length, names: formats.list(silent.map(({ name }) => name)) })}
    </Notice>
  );
}

interface TableProps {
  rows: readonly Freshness[];
  sources: readonly Source[];
}

function Table({ rows, sources }: TableProps) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const channels = useChannelNames();
  const rates = useLiveEvents();
  const now = useNow();
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const sorted = newestFirst(rows);
  const rate = (row: Freshness) => (isFirstOfChannel(row, sorted) && rates.get(row.channel)) || 0;
  const columns: PlainColumn<Freshness>[] = [
    {
      id: 'channel',
      title: t('source.channel'),
      width: '26%',
      cell: ({ channel }) => (
        <strong>
          <ChannelName id={channel} channels={channels} />
        </strong>
      ),
    },
    {
      id: 'source',
      title: t('data.source'),
      cell: ({ source }) => <span dir="auto">{sourceOf.get(source)?.name ?? '…'}</span>,
    },
    {
      id: 'events',
      title: t('data.events'),
      align: 'end',
      cell: ({ events }) => <span className={classes.number}>{formats.number(events)}</span>,
    },
    {
      id: 'rate',
      title: t('data.rate'),
      align: 'end',
      cell: (row) => (
        <span className={classes.number}>
          {rate(row) > 0 ? t('data.perSecond', { number: formats.number(rate(row)) }) : ''}
        </span>
      ),
    },
    {
      id: 'last',
      title: t('data.last'),
      cell: (row) => (
        <span className={classes.quiet} title={formats.dateTime(row.last_received)}>
          {t('data.lastOf', {
            received: formats.ago(row.last_received, now),
            day: formats.dateShort(formats.dayOf(row.last_ts)),
          })}
        </span>
      ),
    },
    {
      id: 'state',
      title: t('source.state'),
      width: '138px',
      place: 'end',
      cell: ({ source: id }) => {
        const source = sourceOf.get(id);
        return source && <StateTag source={source} />;
      },
    },
  ];
  return (
    <PlainTable
      label={t('data.tabs.freshness')}
      columns={columns}
      rows={sorted}
      rowId={({ source, channel }) => `${source} ${channel}`}
    />
  );
}
