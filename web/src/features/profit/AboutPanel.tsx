// What a line means, where it comes from, how fresh it is and how sure; its orders are one step away.
import { useTranslation } from 'react-i18next';
import { lastDay } from '~/platform/period';
import { useChannelNames } from '~/platform/channels';
import { Button } from '~/ui/control/Button';
import { Facts } from '~/ui/layout/Card';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { amountOf, type LineId } from './lines';
import { everything, useProfitSearch } from './search';
import type { ProfitView } from './useProfitView';
import classes from './profit.module.css';

export function AboutPanel({ id, view }: { id: LineId; view: ProfitView }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const { show } = useProfitSearch();
  const { data } = view.profit;
  const hours = useHours(id, view);
  return (
    <SidePanel
      title={t(`lines.${id}.name`)}
      sub={formats.range(view.range.from, lastDay(view.range))}
      onClose={() => {
        show({ about: undefined });
      }}
      footer={
        <Button
          onClick={() => {
            show({ about: undefined, orders: everything });
          }}
        >
          {t('about.orders')}
        </Button>
      }
    >
      <div className={classes.about}>
        <Facts
          items={[
            { label: t('about.definition'), value: t(`lines.${id}.means`) },
            { label: t('about.source'), value: t(`sources.${sourceOf(id)}`) },
            ...(data
              ? [{ label: t('about.exact'), value: formats.money(amountOf(id, data.total).toFixed(2), data.currency) }]
              : []),
            {
              label: t('about.freshness'),
              value: data?.as_of ? t('asOf', { moment: formats.dateTime(data.as_of) }) : t('about.never'),
            },
            { label: t('about.sure'), value: t('about.counted') },
            ...hours,
          ]}
        />
      </div>
    </SidePanel>
  );
}

function sourceOf(id: LineId) {
  if (id === 'people' || id === 'fixed') return 'worksheet';
  if (id === 'agents') return 'contacts';
  if (id === 'media') return 'media';
  if (id === 'result' || id === 'contribution') return 'both';
  return 'events';
}

// What an hour with customers cost on each channel.
function useHours(id: LineId, view: ProfitView) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const names = useChannelNames();
  const { data } = view.profit;
  if (id !== 'agents' || !data) return [];
  return data.hours.map(({ channel, seconds, per_hour: perHour }) => ({
    label: names.nameOf(channel),
    value: t('about.hour', {
      amount: formats.money(perHour, data.currency),
      hours: formats.number(seconds / 3600, 1),
    }),
  }));
}
