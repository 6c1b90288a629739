// What the channel costs: lines of their own period, and what they make together now, per day, month
// and year, one total per currency.
import { useTranslation } from 'react-i18next';
import { useToday } from '~/platform/useToday';
import { useFormats } from '~/ui/text/locale';
import { useFieldEdit } from '../changes';
import { convertedNow, periodWords, isNow } from '../costs';
import type { Cost, View } from '../wire';
import { fieldOf } from '../words';
import { CostDialog } from './CostDialog';
import { Lines } from './Lines';
import classes from './panel.module.css';

export function Costs({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  const { id, costs } = channel;
  return (
    <Lines
      id={fieldOf.cost}
      title={t('fields.costs')}
      lines={costs}
      texts={{ add: t('costs.add'), none: t('costs.none') }}
      show={(cost) => <CostLine cost={cost} />}
      dialog={({ line, ...open }) => (
        <CostDialog cost={line} currency={channel.currency} {...open} />
      )}
      onChange={(to) => {
        const words = (list: readonly Cost[]) => t('costs.summary', { count: list.length });
        void edit({ id, field: 'costs', from: costs, to, words });
      }}
    >
      {costs.length > 0 && <Totals costs={costs} />}
    </Lines>
  );
}

function CostLine({ cost }: { cost: Cost }) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const today = useToday();
  const period = periodWords(cost, today, t, formats);
  return (
    <>
      <span className={classes.lineName} dir="auto">
        {cost.note || t(`costKinds.${cost.kind}`)}
      </span>
      <span className={classes.amount}>{formats.money(cost.amount, cost.currency)}</span>
      <span className={classes.sub}>
        {cost.note ? `${t(`costKinds.${cost.kind}`)} · ${period}` : period}
      </span>
      <span className={`${classes.sub} ${classes.subEnd}`}>{t(`pers.${cost.per}`)}</span>
    </>
  );
}

function Totals({ costs }: { costs: readonly Cost[] }) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const today = useToday();
  const totals = convertedNow(
    costs.filter((cost) => isNow(cost, today)),
    today,
  );
  if (totals.length === 0) return null;
  return (
    <table className={classes.totals}>
      <caption>{t('costs.totals')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('fields.currency')}</th>
          <th scope="col">{t('costs.day')}</th>
          <th scope="col">{t('costs.month')}</th>
          <th scope="col">{t('costs.year')}</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ currency, day, month, year }) => (
          <tr key={currency}>
            <td>{currency}</td>
            <td>{formats.money(day, currency)}</td>
            <td>{formats.money(month, currency)}</td>
            <td>{formats.money(year, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
