// What each channel that leaves something for the others can promise, beside the rest.
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { useFormats } from '~/ui/text/locale';
import { useAvailable, useBuffers } from '../api';
import classes from '../stock.module.css';

export function PerChannel({ id }: { id: string }) {
  const { t } = useTranslation('stock');
  const leaving = useBuffers().data?.items.filter(({ units }) => units > 0) ?? [];
  if (leaving.length === 0) return null;
  return (
    <ul className={classes.lines} aria-label={t('why.perChannel')}>
      {leaving.map(({ channel, units }) => (
        <li key={channel}>
          <OneChannel id={id} channel={channel} units={units} />
        </li>
      ))}
    </ul>
  );
}

function OneChannel({ id, channel, units }: { id: string; channel: string; units: number }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const channels = useChannelNames();
  const free = useAvailable(id, channel).data?.items[0]?.free;
  return (
    <>
      <ChannelName id={channel} channels={channels} />
      <small>{t('why.leaves', { count: units, number: formats.number(units) })}</small>
      <b>{free === undefined ? '…' : formats.number(free)}</b>
    </>
  );
}
