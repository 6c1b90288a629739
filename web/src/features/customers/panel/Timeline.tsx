// What a customer did on all channels, the newest first, day by day.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { useKindName } from '~/platform/kinds';
import { Button } from '~/ui/control/Button';
import { Dot } from '~/ui/control/Dot';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { useTimeline } from '../api';
import classes from '../customers.module.css';
import type { Moment } from '../wire';

export function Timeline({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const timeline = useTimeline(id);
  return (
    <Section title={t('timeline.title')}>
      <Loaded query={timeline} lines={4}>
        {({ pages }) => <Moments moments={pages.flatMap(({ items }) => items)} />}
      </Loaded>
      {timeline.hasNextPage && (
        <Button busy={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </Section>
  );
}

function Moments({ moments }: { moments: readonly Moment[] }) {
  const { t } = useTranslation('customers');
  if (moments.length === 0) return <p className={classes.quiet}>{t('timeline.none')}</p>;
  return (
    <ol className={classes.timeline}>
      {moments.map((moment) => (
        <li key={moment.event}>
          <OneMoment moment={moment} />
        </li>
      ))}
    </ol>
  );
}

function OneMoment({ moment }: { moment: Moment }) {
  const kindName = useKindName();
  const formats = useFormats();
  const channels = useChannelNames();
  const { kind, channel, ts, product, quantity, revenue, currency, campaign, order_reference } = moment;
  const parts = [
    channels.nameOf(channel),
    product && (quantity ? `${formats.number(Number(quantity))} × ${product}` : product),
    order_reference,
    campaign,
  ].filter(Boolean);
  return (
    <>
      <Dot series={channels.seriesOf(channel)} />
      <span className={classes.moment}>
        <strong>{kindName(kind)}</strong>
        <small dir="auto">{parts.join(' · ')}</small>
      </span>
      <span className={classes.when}>
        {revenue && Number(revenue) !== 0 && <b>{formats.money(revenue, currency)}</b>}
        <small>{formats.dateTime(ts)}</small>
      </span>
    </>
  );
}
