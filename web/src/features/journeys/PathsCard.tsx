// Through which channels customers go, step by step: streams to look at, and the most frequent paths to read.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChannelNames, useChannelNames } from '~/platform/channels';
import { useKindName } from '~/platform/kinds';
import { Flow, type FlowLink, type FlowNode } from '~/ui/chart/Flow';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { PlainTable } from '~/ui/layout/PlainTable';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { Answered } from './Answered';
import { type Asked, type PathsAnswer, useIndex, usePaths } from './api';
import { useJourneysSearch } from './search';
import { useShare } from './useShare';

const columns = 4;
const mostStreams = 40;
const mostPaths = 12;

export function PathsCard({ asked }: { asked: Asked }) {
  const { t } = useTranslation('journeys');
  const kindName = useKindName();
  const { search, show } = useJourneysSearch();
  const kinds = useIndex().data?.kinds ?? [];
  return (
    <Card
      title={t('paths.title')}
      note={t('paths.note')}
      actions={
        <Select
          label={t('paths.start')}
          labelHidden
          empty={t('paths.anyStart')}
          value={search.start ?? ''}
          options={kinds.map((value) => ({ value, label: t('paths.from', { kind: kindName(value) }) }))}
          onChange={(start) => {
            show({ start: start === '' ? undefined : start });
          }}
        />
      }
    >
      <Answered query={usePaths(asked, columns, search.start)}>{(answer) => <Paths answer={answer} />}</Answered>
    </Card>
  );
}

function Paths({ answer }: { answer: PathsAnswer }) {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  const phone = usePhone();
  const shareOf = useShare();
  const names = useChannelNames();
  const { list } = names;
  const streams = useMemo(
    () => streamsOf(answer.links, names, t('paths.end')),
    // The functions of `names` follow its list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [answer.links, list],
  );
  return (
    <>
      {!phone && streams.links.length > 0 && (
        <Flow label={t('paths.chart')} {...streams} height={340} value={(n) => formats.number(n)} />
      )}
      <PlainTable
        label={t('paths.most')}
        rows={answer.paths.slice(0, mostPaths)}
        rowId={(path) => `${path.channels.join(' ')} ${String(path.longer)}`}
        columns={[
          {
            id: 'path',
            title: t('paths.path'),
            cell: (path) => [...path.channels.map(names.nameOf), ...(path.longer ? ['…'] : [])].join(' → '),
          },
          {
            id: 'customers',
            title: t('customers'),
            align: 'end',
            place: 'end',
            width: '120px',
            cell: (path) => formats.number(path.customers),
          },
          {
            id: 'converted',
            title: t('paths.converted'),
            align: 'end',
            width: '220px',
            cell: (path) => shareOf(path, path.customers),
          },
        ]}
      />
    </>
  );
}

function streamsOf(links: PathsAnswer['links'], names: ChannelNames, end: string) {
  const streams = links
    .filter(({ step, from }) => step > 0 && from)
    .toSorted((a, b) => b.customers - a.customers)
    .slice(0, mostStreams);
  const id = (column: number, channel: string | null | undefined) => `${String(column)} ${channel ?? ''}`;
  const nodes = new Map<string, FlowNode>();
  const meet = (column: number, channel: string | null | undefined) => {
    nodes.set(id(column, channel), {
      id: id(column, channel),
      name: channel ? names.nameOf(channel) : end,
      series: channel ? names.seriesOf(channel) : 'other',
      column,
    });
    return id(column, channel);
  };
  const drawn = streams.map(
    ({ step, from, to, customers }): FlowLink => ({
      from: meet(step - 1, from),
      to: meet(step, to),
      value: customers,
    }),
  );
  return { nodes: [...nodes.values()], links: drawn };
}
