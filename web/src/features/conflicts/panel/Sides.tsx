// Both values of a conflict, each with the screen on which it is changed.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Dot } from '~/ui/control/Dot';
import { Section } from '~/ui/layout/Section';
import { useWords } from '../useWords';
import type { Conflict } from '../wire';
import classes from '../conflicts.module.css';

export function Sides({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation('conflicts');
  return (
    <Section title={t('sides')}>
      <div className={classes.sides}>
        <Side conflict={conflict} channel={conflict.channel} value={conflict.value} />
        <Side conflict={conflict} channel={conflict.other} value={conflict.other_value} />
      </div>
    </Section>
  );
}

interface SideProps {
  conflict: Conflict;
  channel: string | null | undefined;
  value: string;
}

function Side({ conflict, channel, value }: SideProps) {
  const { t } = useTranslation('conflicts');
  const channels = useChannelNames();
  const words = useWords();
  return (
    <div className={classes.side}>
      <span>
        {channel && <Dot series={channels.seriesOf(channel)} />}{' '}
        <span dir="auto">{channel ? channels.nameOf(channel) : t('sluis')}</span>
      </span>
      <strong dir="auto">{words.valueOf(conflict, value)}</strong>
      <Where conflict={conflict} channel={channel} />
    </div>
  );
}

// A reseller sets its own price: there is no way to it from here.
function Where({ conflict, channel }: Omit<SideProps, 'value'>) {
  const { t } = useTranslation('conflicts');
  const { list } = useChannelNames();
  const { kind, product, variant } = conflict;
  const reseller = list.find(({ id }) => id === channel)?.kind === 'reseller';
  if (kind === 'price' && reseller) return <span className={classes.quiet}>{t('where.reseller')}</span>;
  switch (kind) {
    case 'availability':
      return <Link to="/stock" search={channel ? { tab: 'drift' } : { open: variant ?? '' }}>{t('where.stock')}</Link>;
    case 'opening_hours':
      return <Link to="/settings/teams">{t('where.teams')}</Link>;
    case 'brand':
      return <Link to="/channels" search={{ open: channel ?? '' }}>{t('where.channels')}</Link>;
    case 'price':
      return <Link to="/products" search={{ open: product ?? '', variant: variant ?? '' }}>{t('where.prices')}</Link>;
    default:
      return <Link to="/products" search={{ open: product ?? '' }}>{t('where.texts')}</Link>;
  }
}
