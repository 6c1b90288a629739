// The same statement for each part: lines below each other, parts beside each other, and on a phone a list of
// parts with what is left of each.
import { useTranslation } from 'react-i18next';
import page from '~/platform/scope/scope.module.css';
import { Dot } from '~/ui/control/Dot';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import type { ProfitReply } from './api';
import { type Line, linesOf, readingOf, type Statement } from './lines';
import { type Cut, cuts, useProfitSearch } from './search';
import { useParts as useNames } from './parts';
import type { ProfitView } from './useProfitView';
import classes from './profit.module.css';

const partsShown = 8;

interface Part {
  key: string;
  statement: Statement;
  opens: boolean;
}

export function PartsCard({ view, reply }: { view: ProfitView; reply: ProfitReply }) {
  const { t } = useTranslation('profit');
  const { show } = useProfitSearch();
  const phone = usePhone();
  const shown = reply.rows.slice(0, partsShown);
  const parts: Part[] = shown.map((row) => ({ key: row.key, statement: row, opens: opens(view.by) && row.key !== '' }));
  return (
    <Card
      title={t(`parts.titles.${view.by}`)}
      note={reply.overlapping ? t('parts.overlapping') : t('parts.note')}
      actions={
        <div className={classes.cut}>
          <Select
            label={t('parts.by')}
            labelHidden
            value={view.by}
            options={cuts.map((value) => ({ value, label: t(`parts.cuts.${value}`) }))}
            onChange={(by) => {
              show({ by: by as Cut });
            }}
          />
        </div>
      }
    >
      {phone ? (
        <PhoneParts view={view} reply={reply} parts={parts} />
      ) : (
        <Table view={view} reply={reply} parts={parts} />
      )}
      {reply.rows.length > partsShown && (
        <p className={classes.quiet}>{t('parts.more', { count: reply.rows.length - partsShown })}</p>
      )}
    </Card>
  );
}

// Behind which parts orders can be shown.
const opens = (by: Cut) => !['partner', 'week', 'month'].includes(by);

interface PartsProps {
  view: ProfitView;
  reply: ProfitReply;
  parts: readonly Part[];
}

const isSomething = (statement: Statement) => Number(statement.result) !== 0;

function Table({ view, reply, parts }: PartsProps) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const { show } = useProfitSearch();
  const names = useNames(view.by);
  const lines = linesOf(
    reply.total,
    parts.map(({ statement }) => statement),
  );
  const shared = isSomething(reply.shared);
  const money = (line: Line, statement: Statement) =>
    formats.money(readingOf(line, statement), reply.currency, true);
  return (
    <div className={page.wide} tabIndex={0} role="region" aria-label={t(`parts.titles.${view.by}`)}>
      <table className={classes.parts}>
        <thead>
          <tr>
            <th scope="col">{t('statement.line')}</th>
            <th scope="col">{t('parts.total')}</th>
            {parts.map(({ key }) => (
              <th key={key} scope="col">
                <span>
                  {view.by === 'channel' && <Dot series={names.seriesOf(key)} />}
                  <span dir="auto">{names.nameOf(key)}</span>
                </span>
              </th>
            ))}
            {shared && <th scope="col">{t('parts.shared')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-level={line.level || undefined}>
              <th scope="row">{t(`lines.${line.id}.name`)}</th>
              <td>{money(line, reply.total)}</td>
              {parts.map(({ key, statement, opens: opened }) => (
                <td key={key}>
                  {opened ? (
                    <button
                      type="button"
                      title={t('parts.orders', { name: names.nameOf(key) })}
                      onClick={() => {
                        show({ orders: key, about: undefined }, false);
                      }}
                    >
                      {money(line, statement)}
                    </button>
                  ) : (
                    money(line, statement)
                  )}
                </td>
              ))}
              {shared && <td>{money(line, reply.shared)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PhoneParts({ view, reply, parts }: PartsProps) {
  const { t } = useTranslation('profit');
  const formats = useFormats();
  const { show } = useProfitSearch();
  const names = useNames(view.by);
  const money = (amount: string) => formats.money(amount, reply.currency, true);
  return (
    <ul className={classes.phoneParts}>
      {parts.map(({ key, statement, opens: opened }) => (
        <li key={key}>
          <button
            type="button"
            disabled={!opened}
            onClick={() => {
              show({ orders: key, about: undefined }, false);
            }}
          >
            <span>
              {view.by === 'channel' && <Dot series={names.seriesOf(key)} />}
              <b dir="auto">{names.nameOf(key)}</b>
              <b>{money(statement.result)}</b>
            </span>
            <span>
              <span>{t('parts.revenue', { amount: money(statement.net_revenue) })}</span>
              <span>{t('parts.contribution', { amount: money(statement.contribution) })}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
