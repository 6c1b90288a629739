// What the channel costs: lines of their own period, and what they make together now, per day, month
// and year, one total per currency.
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { useFormats } from '~/ui/text/locale';
import { useFieldEdit } from '../changes';
import { convertedNow, periodWords, isNow } from '../costs';
import type { Cost, View } from '../wire';
import { fieldOf } from '../words';
import { CostDialog } from './CostDialog';
import { Section } from './Section';
import classes from './panel.module.css';

export function Costs({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const { id, costs } = channel;
  const save = (to: Cost[]) => {
    setOpen(null);
    return edit({
      id,
      field: 'costs',
      from: costs,
      to,
      words: (list) => t('costs.summary', { count: list.length }),
    });
  };
  const shown = typeof open === 'number' ? costs[open] : undefined;
  return (
    <Section
      id={fieldOf.cost}
      title={t('fields.costs')}
      action={
        <Button
          look="quiet"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('costs.add')}
        </Button>
      }
    >
      {costs.length === 0 && <p className={classes.empty}>{t('costs.none')}</p>}
      <div className={classes.lines}>
        {costs.map((cost, index) => (
          <CostLine
            key={index}
            cost={cost}
            onOpen={() => {
              setOpen(index);
            }}
          />
        ))}
      </div>
      {costs.length > 0 && <Totals costs={costs} />}
      {open !== null && (
        <CostDialog
          cost={shown}
          currency={channel.currency}
          onClose={() => {
            setOpen(null);
          }}
          onSave={(cost) =>
            save(typeof open === 'number' ? costs.with(open, cost) : [...costs, cost])
          }
          onRemove={() => save(costs.filter((_, index) => index !== open))}
        />
      )}
    </Section>
  );
}

function CostLine({ cost, onOpen }: { cost: Cost; onOpen: () => void }) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const period = periodWords(cost, t, formats);
  return (
    <button type="button" className={classes.line} onClick={onOpen}>
      <span className={classes.lineName} dir="auto">
        {cost.note || t(`costKinds.${cost.kind}`)}
      </span>
      <span className={classes.amount}>{formats.money(cost.amount, cost.currency)}</span>
      <span className={classes.sub}>
        {cost.note ? `${t(`costKinds.${cost.kind}`)} · ${period}` : period}
      </span>
      <span className={`${classes.sub} ${classes.subEnd}`}>{t(`pers.${cost.per}`)}</span>
    </button>
  );
}

function Totals({ costs }: { costs: readonly Cost[] }) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const today = new Date();
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
