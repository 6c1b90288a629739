// The statement of the whole: each line with its bar on the way from what buyers pay to the result, beside
// what it was in the period that it is compared with.
import { useTranslation } from 'react-i18next';
import { lastDay } from '~/platform/period';
import { Notice } from '~/ui/feedback/Notice';
import { Delta } from '~/ui/chart/Delta';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import type { ProfitReply } from './api';
import { shareOf } from './change';
import { type Line, linesOf, scaleOf } from './lines';
import { everything, useProfitSearch } from './search';
import type { ProfitView } from './useProfitView';
import classes from './profit.module.css';

interface StatementProps {
  view: ProfitView;
  reply: ProfitReply;
}

export function StatementCard({ view, reply }: StatementProps) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const { before, compared } = reply;
  const shown = linesOf(reply.total, before ? [before] : []);
  const then = new Map((before ? linesOf(before, [reply.total]) : []).map((line) => [line.id, line.amount]));
  const scale = scaleOf(shown);
  return (
    <Card title={t('statement.title')} note={formats.range(view.range.from, lastDay(view.range))}>
      <table className={classes.statement}>
        <thead>
          <tr>
            <th scope="col">{t('statement.line')}</th>
            <td aria-hidden className={classes.barCell} />
            <th scope="col">{t('statement.amount')}</th>
            {compared && <th scope="col">{t('statement.before')}</th>}
            {compared && <th scope="col">{t('statement.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <Row
              key={line.id}
              line={line}
              scale={scale}
              before={compared ? (then.get(line.id) ?? 0) : undefined}
              currency={reply.currency}
            />
          ))}
        </tbody>
      </table>
      <Remarks reply={reply} />
    </Card>
  );
}

interface RowProps {
  line: Line;
  scale: { low: number; high: number };
  before: number | undefined;
  currency: string;
}

function Row({ line, scale, before, currency }: RowProps) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const { show } = useProfitSearch();
  const money = (amount: number) => formats.money(amount.toFixed(2), currency);
  return (
    <tr data-level={line.level || undefined}>
      <th scope="row">
        <button
          type="button"
          title={t('statement.about')}
          onClick={() => {
            show({ about: line.id, orders: undefined }, false);
          }}
        >
          {t(`lines.${line.id}.name`)}
        </button>
      </th>
      <td aria-hidden className={classes.barCell}>
        <Bar line={line} scale={scale} />
      </td>
      <td>
        <button
          type="button"
          title={t('statement.orders')}
          onClick={() => {
            show({ orders: everything, about: undefined }, false);
          }}
        >
          {money(line.amount)}
        </button>
      </td>
      {before !== undefined && <td className={classes.then}>{money(before)}</td>}
      {before !== undefined && (
        <td>
          <Change now={line.amount} before={before} />
        </td>
      )}
    </tr>
  );
}

// Of what is taken off, less is better; it is below zero on both sides.
function Change({ now, before }: { now: number; before: number }) {
  const share = shareOf(now, before);
  if (share === undefined) return null;
  return before < 0 ? <Delta share={-share} lessIsBetter /> : <Delta share={share} />;
}

function Bar({ line, scale }: { line: Line; scale: { low: number; high: number } }) {
  const width = scale.high - scale.low || 1;
  const at = (amount: number) => `${((amount - scale.low) / width) * 100}%`;
  const low = Math.min(line.from, line.to);
  const tone = line.level ? (line.amount < 0 ? 'loss' : 'level') : 'taken';
  return (
    <span className={classes.track}>
      <span
        data-tone={tone}
        style={{ insetInlineStart: at(low), width: `${(Math.abs(line.to - line.from) / width) * 100}%` }}
      />
    </span>
  );
}

// What the figures do not know.
function Remarks({ reply }: { reply: ProfitReply }) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const { without_cost: without, sales } = reply.total;
  return (
    <div className={classes.remarks}>
      {Number(without) > 0 && (
        <Notice tone="warn">
          {t('remarks.withoutCost', {
            amount: formats.money(without, reply.currency, true),
            share: formats.percent(Number(without) / Number(sales)),
          })}
        </Notice>
      )}
      {!reply.worksheet && <Notice>{t('remarks.noWorksheet')}</Notice>}
    </div>
  );
}
