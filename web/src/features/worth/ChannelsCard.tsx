// What customers are worth by the channel on which they bought first, beside what it cost to win them; and how
// many came back.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { addDays } from '~/platform/period';
import { Meanings } from '~/platform/scope/Meanings';
import page from '~/platform/scope/scope.module.css';
import tables from '~/platform/scope/tables.module.css';
import { Dot } from '~/ui/control/Dot';
import { Notice } from '~/ui/feedback/Notice';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { type ChannelWorth, type Model, type Recommended, type ShareOf, useChannelWorth, useRecommended } from './api';
import { Basis } from './ModelCards';
import { useValueSearch } from './search';
import classes from './worth.module.css';

const inMoney = ['customers', 'clv', 'costOfNew', 'times', 'repeat', 'retention', 'nps'] as const;
// Where nothing is told in money.
const asBought = ['customers', 'spent', 'costOfNew', 'repeat', 'retention', 'nps'] as const;

export function ChannelsCard({ model }: { model: Model }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const money = model.models.gamma_gamma !== null;
  const columns = money ? inMoney : asBought;
  const { data: said } = useRecommended();
  return (
    <Loaded query={useChannelWorth()} lines={8}>
      {({ channels, currency, from, to }) => (
        <>
          <Card
            title={t('channels.title')}
            note={from && to ? t('channels.note', { range: formats.range(from, addDays(to, -1)) }) : undefined}
          >
            <Notice>{t('channels.notCause')}</Notice>
            <div className={page.wide} tabIndex={0} role="region" aria-label={t('channels.title')}>
              <table className={`${tables.figures} ${classes.table}`}>
                <thead>
                  <tr>
                    <th scope="col">{t('fields.first')}</th>
                    {columns.map((id) => (
                      <th key={id} scope="col" title={t(`channels.means.${id}`)}>
                        {t(`channels.${id}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {channels.map((one) => (
                    <Row
                      key={one.channel}
                      one={one}
                      currency={currency}
                      inMoney={money}
                      said={said?.channels.find(({ channel }) => channel === one.channel)}
                    />
                  ))}
                </tbody>
              </table>
            </div>
            <Meanings
              of={columns.slice(1).map((id) => ({ name: t(`channels.${id}`), meaning: t(`channels.means.${id}`) }))}
            />
          </Card>
          <Basis model={model} />
        </>
      )}
    </Loaded>
  );
}

interface RowProps {
  one: ChannelWorth;
  currency: string;
  inMoney: boolean;
  // What its customers say, of whom the panel asked.
  said: Recommended | undefined;
}

function Row({ one, currency, inMoney: told, said }: RowProps) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const names = useChannelNames();
  const { show } = useValueSearch();
  const money = (amount: string | number) =>
    formats.money(typeof amount === 'number' ? amount.toFixed(2) : amount, currency, true);
  return (
    <tr>
      <th scope="row">
        <span className={classes.named}>
          <Dot series={names.seriesOf(one.channel)} />
          <span dir="auto">{names.nameOf(one.channel)}</span>
        </span>
      </th>
      <td>
        <button
          type="button"
          title={t('grid.open')}
          onClick={() => {
            show({ channel: one.channel, cell: undefined }, false);
          }}
        >
          {formats.number(one.customers)}
        </button>
      </td>
      {told ? (
        <td>
          {one.clv ? (
            <>
              <b>{one.clv.value == null ? t('few') : money(one.clv.value)}</b>
              <span>{t('between', { low: money(one.clv.low), high: money(one.clv.high) })}</span>
            </>
          ) : (
            '–'
          )}
        </td>
      ) : (
        <td>
          <b>{money(Number(one.spent) / one.customers)}</b>
        </td>
      )}
      <td>
        {one.cost_of_new == null ? '–' : <b>{money(one.cost_of_new)}</b>}
        <span>{t('channels.new', { count: one.new_customers, number: formats.number(one.new_customers) })}</span>
      </td>
      {told && (
        <td>
          {one.clv_over_cost == null ? '–' : t('channels.over', { times: formats.number(one.clv_over_cost, 1) })}
        </td>
      )}
      <td>
        <Part of={one.repeat} />
      </td>
      <td>
        <Part of={one.retention} />
      </td>
      <td>
        <Nps of={said} />
      </td>
    </tr>
  );
}

// Of fewer than thirty only the range is told.
function Part({ of }: { of: ShareOf }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  if (of.n === 0) return '–';
  return (
    <>
      <b>{of.value == null ? t('few') : formats.percent(of.value, 1)}</b>
      <span>
        {t('channels.range', {
          low: formats.percent(of.low),
          high: formats.percent(of.high),
          n: formats.number(of.n),
        })}
      </span>
    </>
  );
}

// Stated, not observed.
function Nps({ of }: { of: Recommended | undefined }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  if (!of) return '–';
  const whole = (value: number) => formats.number(Math.round(value));
  return (
    <>
      <b>{of.score == null ? t('few') : whole(of.score)}</b>
      <span>{t('channels.range', { low: whole(of.low), high: whole(of.high), n: formats.number(of.n) })}</span>
    </>
  );
}
