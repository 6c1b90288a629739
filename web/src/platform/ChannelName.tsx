// A channel by name, with the colour of its form.
import { Dot } from '~/ui/control/Dot';
import classes from './ChannelName.module.css';
import type { ChannelNames } from './channels';

export function ChannelName({ id, channels }: { id: string; channels: ChannelNames }) {
  return (
    <span className={classes.channel}>
      <Dot series={channels.seriesOf(id)} />
      <span className={classes.name} dir="auto">
        {channels.nameOf(id)}
      </span>
    </span>
  );
}
