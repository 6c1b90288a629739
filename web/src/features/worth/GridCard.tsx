// Who bought how recently and how often, in scores from 1 to 5; a cell opens its customers.
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import page from '~/platform/scope/scope.module.css';
import tables from '~/platform/scope/tables.module.css';
import { WeightedCell } from '~/platform/scope/WeightedCell';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { type Cell, type Model, useGrid } from './api';
import { Basis } from './ModelCards';
import { useValueSearch } from './search';
import classes from './worth.module.css';

const scores = [1, 2, 3, 4, 5] as const;

export function GridCard({ model }: { model: Model }) {
  const { t } = useTranslation('worth');
  return (
    <>
      <Card title={t('grid.title')} note={t('grid.note')}>
        <Loaded query={useGrid()} lines={8}>
          {({ cells, currency }) => <Grid cells={cells} currency={currency} />}
        </Loaded>
      </Card>
      <Basis model={model} />
    </>
  );
}

function Grid({ cells, currency }: { cells: readonly Cell[]; currency: string }) {
  const { t } = useTranslation('worth');
  const most = Math.max(...cells.map(({ customers }) => customers), 1);
  return (
    <div className={page.wide} tabIndex={0} role="region" aria-label={t('grid.title')}>
      <table className={`${tables.cells} ${classes.grid}`}>
        <thead>
          <tr>
            <th scope="col">{t('grid.corner')}</th>
            {scores.map((score) => (
              <th key={score} scope="col">
                <span className={classes.long}>{t('grid.often', { score })}</span>
                <span className={classes.short}>{score}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.toReversed().map((recency) => (
            <tr key={recency}>
              <th scope="row">
                <span className={classes.long}>{t('grid.recent', { score: recency })}</span>
                <span className={classes.short}>{recency}</span>
              </th>
              {scores.map((frequency) => {
                const cell = cells.find((one) => one.recency === recency && one.frequency === frequency);
                return cell ? (
                  <GridCell key={frequency} cell={cell} weight={cell.customers / most} currency={currency} />
                ) : (
                  <td key={frequency} />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridCell({ cell, weight, currency }: { cell: Cell; weight: number; currency: string }) {
  const { t } = useTranslation('worth');
  const formats = useFormats();
  const { search, show } = useValueSearch();
  const id = `${String(cell.recency)}${String(cell.frequency)}`;
  const short = (sum: string) =>
    Math.abs(Number(sum)) < 1000 ? formats.money(sum, currency, true) : formats.moneyCompact(sum, currency);
  const amount = short(cell.clv ?? cell.spent);
  return (
    <WeightedCell
      weight={weight}
      isOpen={search.cell === id}
      title={t('grid.open')}
      onOpen={() => {
        show({ cell: id, channel: undefined }, false);
      }}
    >
      <b>{formats.number(cell.customers)}</b>
      <span className={classes.long}>{t(cell.clv == null ? 'grid.spent' : 'grid.clv', { amount })}</span>
      <span className={classes.short}>{amount}</span>
      {/* Of who bought once the model cannot tell: it lets people leave after a repeat only. */}
      {cell.alive != null && cell.alive < 1 && (
        <span className={classes.long}>{t('grid.alive', { share: formats.percent(cell.alive) })}</span>
      )}
    </WeightedCell>
  );
}
