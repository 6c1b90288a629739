// How many pieces of each variant at each location a channel leaves for the others: the slower it hears of a sale,
// the more.
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { type Channel, useChannelNames } from '~/platform/channels';
import { useEdit } from '~/platform/edit';
import { Loaded } from '~/platform/Loaded';
import { SavedNumber } from '~/platform/SavedField';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { setBuffer, stockKeys, useBuffers } from '../api';
import classes from '../stock.module.css';

// On which something is sold.
const sells = ({ state, phases }: Channel) => state !== 'ended' && phases.includes('purchase');

export function Buffers({ may }: { may: boolean }) {
  const { t } = useTranslation('stock');
  const channels = useChannelNames();
  return (
    <Card title={t('buffers.title')} note={t('buffers.note')}>
      <Loaded query={useBuffers()} lines={3}>
        {({ items }) => (
          <ul className={classes.lines}>
            {channels.list.filter(sells).map(({ id }) => (
              <li key={id}>
                <ChannelName id={id} channels={channels} />
                <Units
                  channel={id}
                  name={channels.nameOf(id)}
                  units={items.find(({ channel }) => channel === id)?.units ?? 0}
                  may={may}
                />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}

interface UnitsProps {
  channel: string;
  name: string;
  units: number;
  may: boolean;
}

function Units({ channel, name, units, may }: UnitsProps) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const edit = useEdit();
  if (!may) return <b>{formats.number(units)}</b>;
  const put = (value: string) => setBuffer(channel, Number(value));
  return (
    <span className={classes.units}>
      <SavedNumber
        label={t('buffers.of', { name })}
        labelHidden
        value={String(units)}
        onSave={(to, from) =>
          edit({
            says: t('buffers.set', { name }),
            shows: stockKeys,
            lane: channel,
            send: () => put(to),
            undo: () => put(from),
          })
        }
      />
    </span>
  );
}
