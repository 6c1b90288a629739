// One channel beside the list, with everything it holds. Each field saves itself.
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { neighbours } from '~/platform/neighbours';
import { managing, mayDo, useMe } from '~/platform/session';
import { Dot } from '~/ui/control/Dot';
import { Tag } from '~/ui/control/Tag';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useChannel } from '../api';
import { useChannelsSearch } from '../search';
import type { View } from '../wire';
import { seriesOf, stateTones } from '../words';
import { Basics } from './Basics';
import { Checks } from './Checks';
import { Costs } from './Costs';
import { History } from './History';
import { Links } from './Links';
import { Measured } from './Measured';
import { Missing } from './Missing';
import { MoveActions, MoveMenu } from './Moves';
import { Notes } from './Notes';
import { Targets } from './Targets';
import { Traits } from './Traits';
import classes from './panel.module.css';

export interface ChannelPanelProps {
  id: string;
  // Of the list beside it, for the next and the previous one.
  ids: readonly string[];
  onOpen: (id: string) => void;
}

export function ChannelPanel({ id, ids, onOpen }: ChannelPanelProps) {
  const { t } = useTranslation('channels');
  const query = useChannel(id);
  const channel = query.data;
  const { show } = useChannelsSearch();
  const may = mayDo(useMe(), managing);
  return (
    <SidePanel
      title={channel?.name ?? t('open')}
      sub={channel && <Sub channel={channel} />}
      actions={channel && may && <MoveMenu channel={channel} />}
      footer={channel && may && channel.moves.length > 0 && <MoveActions channel={channel} />}
      onClose={() => {
        show({ open: undefined });
      }}
      {...neighbours(ids, id, onOpen)}
    >
      <Loaded query={query} lines={10}>
        {(view) => <Body channel={view} may={may} />}
      </Loaded>
    </SidePanel>
  );
}

function Sub({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  return (
    <>
      <Tag tone={stateTones[channel.state]} dot={channel.state === 'live'}>
        {t(`states.${channel.state}`)}
      </Tag>
      <Dot series={seriesOf(channel.form)} />
      {t(`forms.${channel.form}`)}
    </>
  );
}

// Who may not change anything sees the same, but cannot.
function Body({ channel, may }: { channel: View; may: boolean }) {
  return (
    <fieldset className={classes.plain} disabled={!may}>
      <div className={classes.body}>
        <Missing channel={channel} />
        <Basics channel={channel} />
        {channel.costs_shown && channel.state !== 'draft' && <Measured channel={channel} />}
        {channel.costs_shown && <Costs channel={channel} />}
        <Targets channel={channel} />
        <Checks channel={channel} />
        <Traits channel={channel} />
        <Links channel={channel} />
        <Notes channel={channel} />
        {channel.costs_shown && <History channel={channel} />}
      </div>
    </fieldset>
  );
}
