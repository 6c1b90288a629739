// What is filtered, in words: the names of channel and segment, the kind of event, and the rest as it is.
import { useChannelNames } from '~/platform/channels';
import { useKindName } from '~/platform/kinds';
import { useSegments } from './api';
import { chosenIn, type FilterName, type Filters } from './search';

export function useFilterWords(): (filters: Filters) => string[] {
  const channels = useChannelNames();
  const { data: segments } = useSegments();
  const segmentOf = (id: string) => segments?.items.find((one) => one.id === id)?.name ?? '…';
  const words: Record<FilterName, (value: string) => string> = {
    channel: channels.nameOf,
    segment: segmentOf,
    campaign: (campaign) => campaign,
    product: (product) => product,
    kind: useKindName(),
  };
  return (filters) => chosenIn(filters).map((name) => words[name](filters[name] ?? ''));
}
