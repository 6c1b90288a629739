// What was wanted of this month, quarter or year, what came of it so far, and what is to be expected of the whole.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { FileLinks } from '~/platform/scope/FileLinks';
import page from '~/platform/scope/scope.module.css';
import { useToday } from '~/platform/useToday';
import { Dot } from '~/ui/control/Dot';
import { Segmented } from '~/ui/control/Segmented';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { Answered } from './Answered';
import { type OutlookReply, type OutlookRow, outlookFileOf, useOutlook } from './api';
import { useProfitSearch, usual } from './search';
import { spanOf, spans } from './spans';
import type { ProfitView } from './useProfitView';
import classes from './profit.module.css';

export function OutlookCard({ view }: { view: ProfitView }) {
  const { t } = useTranslation('profit');
  const today = useToday();
  const { search, show } = useProfitSearch();
  const span = search.span ?? usual.span;
  const { channel, currency } = view.asked;
  const asked = {
    ...spanOf(span, today),
    ...(channel ? { channel } : {}),
    ...(currency ? { currency } : {}),
  };
  return (
    <Card
      title={t('outlook.title')}
      note={t('outlook.note')}
      actions={
        <div className={classes.actions}>
          <Segmented
            label={t('outlook.span')}
            value={span}
            items={spans.map((id) => ({ id, label: t(`outlook.spans.${id}`) }))}
            onChange={(chosen) => {
              show({ span: chosen });
            }}
          />
          <FileLinks of={(form) => outlookFileOf(form, asked)} />
        </div>
      }
    >
      <Answered query={useOutlook(asked)}>{(reply) => <Rows reply={reply} />}</Answered>
    </Card>
  );
}

function Rows({ reply }: { reply: OutlookReply }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  return (
    <div className={page.wide} tabIndex={0} role="region" aria-label={t('outlook.title')}>
      <table className={classes.parts}>
        <thead>
          <tr>
            <th scope="col">{t('channel')}</th>
            {(['kpi', 'actual', 'expected', 'range', 'target', 'share'] as const).map((id) => (
              <th key={id} scope="col">
                {t(`outlook.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reply.rows.map((row) => (
            <Row key={`${row.kpi} ${row.channel ?? ''}`} row={row} currency={reply.currency} />
          ))}
        </tbody>
      </table>
      <p className={classes.quiet}>
        {t('outlook.left', { count: reply.days_left, number: formats.number(reply.days_left) })} {reply.definition}
      </p>
    </div>
  );
}

function Row({ row, currency }: { row: OutlookRow; currency: string }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const names = useChannelNames();
  const { channel, kpi, actual, expected, range, target } = row;
  const value = (amount: string | null | undefined) => {
    if (amount == null) return '–';
    return kpi === 'orders' ? formats.number(Math.round(Number(amount))) : formats.money(amount, currency, true);
  };
  const whole = expected ?? actual;
  return (
    <tr data-level={channel ? undefined : true}>
      <th scope="row">
        {channel && <Dot series={names.seriesOf(channel)} />}
        <span dir="auto">{channel ? names.nameOf(channel) : t('outlook.all')}</span>
      </th>
      <td>{t(`outlook.kpis.${kpi as 'revenue'}`)}</td>
      <td>{value(actual)}</td>
      <td>{value(expected)}</td>
      <td>{range ? t('between', { low: value(range.low), high: value(range.high) }) : '–'}</td>
      <td>{value(target)}</td>
      <td>{target && Number(target) > 0 ? formats.percent(Number(whole) / Number(target)) : '–'}</td>
    </tr>
  );
}
