// How many pieces of each variant at each location a channel leaves for the others: reckoned from how late it hears
// of a sale, unless somebody set it.
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { type Channel, useChannelNames } from '~/platform/channels';
import { useEdit } from '~/platform/edit';
import { Loaded } from '~/platform/Loaded';
import { SavedNumber } from '~/platform/SavedField';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { setBuffer, stockKeys, useBuffers } from '../api';
import { lateness } from '../lateness';
import classes from '../stock.module.css';
import type { Buffer, BufferDraft } from '../wire';

const usual = 9900;
// A service is told in hundredths of a per cent.
const hundredths = 100;

// On which something is sold.
const sells = ({ state, phases }: Channel) => state !== 'ended' && phases.includes('purchase');

export function Buffers({ may }: { may: boolean }) {
  const { t } = useTranslation('stock');
  const channels = useChannelNames();
  return (
    <Card title={t('buffers.title')} note={t('buffers.note')}>
      <Loaded query={useBuffers()} lines={3}>
        {({ items }) => (
          <ul className={`${classes.lines} ${classes.buffers}`}>
            {channels.list.filter(sells).map(({ id }) => (
              <li key={id}>
                <ChannelName id={id} channels={channels} />
                <OneBuffer
                  name={channels.nameOf(id)}
                  buffer={items.find(({ channel }) => channel === id) ?? { channel: id, service: usual }}
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

interface OneBufferProps {
  name: string;
  buffer: Buffer;
  may: boolean;
}

function OneBuffer({ name, buffer, may }: OneBufferProps) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const edit = useEdit();
  const { channel, units, service, delay_ms: delay } = buffer;
  const put = (change: Partial<BufferDraft>) => setBuffer({ channel, units, service, ...change });
  const saving = (of: (typed: string) => Partial<BufferDraft>) => (to: string, from: string) =>
    edit({
      says: t('buffers.set', { name }),
      shows: stockKeys,
      lane: channel,
      send: () => put(of(to)),
      undo: () => put(of(from)),
    });
  const isLate = typeof delay === 'number';
  const heard = isLate && <small>{t('buffers.hears', { delay: lateness(t, formats, delay) })}</small>;
  if (!may) {
    return (
      <>
        {heard}
        <b>{typeof units === 'number' ? formats.number(units) : t('buffers.reckoned')}</b>
      </>
    );
  }
  return (
    <>
      {heard}
      {isLate && (
        <>
          <span className={classes.units}>
            <SavedNumber
              label={t('buffers.serviceOf', { name })}
              labelHidden
              value={String(service / hundredths)}
              onSave={saving((typed) => ({ service: Math.round(Number(typed) * hundredths) }))}
            />
          </span>
          <small>%</small>
        </>
      )}
      <span className={classes.units}>
        <SavedNumber
          label={t('buffers.of', { name })}
          labelHidden
          value={typeof units === 'number' ? String(units) : ''}
          placeholder={t('buffers.reckoned')}
          onSave={saving((typed) => ({ units: typed === '' ? null : Number(typed) }))}
        />
      </span>
    </>
  );
}
