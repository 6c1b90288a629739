// What each channel that leaves something of it for the others can promise, beside the rest.
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { useFormats } from '~/ui/text/locale';
import { useAvailable, useBuffers } from '../api';
import classes from '../stock.module.css';

export function PerChannel({ id }: { id: string }) {
  const { t } = useTranslation('stock');
  const leaving = useBuffers().data?.items.filter(({ units }) => units !== 0) ?? [];
  if (leaving.length === 0) return null;
  return (
    <ul className={classes.lines} aria-label={t('why.perChannel')}>
      {leaving.map(({ channel }) => (
        <OneChannel key={channel} id={id} channel={channel} />
      ))}
    </ul>
  );
}

function OneChannel({ id, channel }: { id: string; channel: string }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const channels = useChannelNames();
  const found = useAvailable(id, channel).data?.items[0];
  const units = Math.max(0, ...(found?.locations ?? []).map(({ buffer }) => buffer));
  if (units === 0) return null;
  return (
    <li>
      <ChannelName id={channel} channels={channels} />
      <small>{t('why.leaves', { count: units, number: formats.number(units) })}</small>
      <b>{found && formats.number(found.free)}</b>
    </li>
  );
}
