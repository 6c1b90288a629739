// The strip of figures, sparklines, changes, bars and meters.
import { useState } from 'react';
import { Bars, Meter } from '../chart/Bars';
import { Delta } from '../chart/Delta';
import { Flow } from '../chart/Flow';
import { KpiStrip } from '../chart/KpiStrip';
import { type Line, Lines } from '../chart/Lines';
import { Sparkline } from '../chart/Sparkline';
import type { Series } from '../control/Dot';
import { Card, Facts } from '../layout/Card';
import { useFormats } from '../text/locale';
import { routeNames, words } from './samples';
import classes from './Section.module.css';

const run = [3, 4, 4, 6, 5, 7, 6, 8, 9, 8, 11];

const axis = String;
const lines: Line[] = routeNames.slice(0, 3).map((name, index) => ({
  id: name,
  name,
  series: (index + 1) as Series,
  values: run.map((value) => value * (3 - index)),
}));
const before: Line = { id: 'before', name: words.amount, series: 'other', before: true, values: run };
lines.push(before);
const streams = {
  nodes: routeNames.slice(0, 3).flatMap((name, index) =>
    [0, 1].map((column) => ({ id: `${column}${name}`, name, series: (index + 1) as Series, column })),
  ),
  links: routeNames.slice(0, 3).flatMap((from, index) =>
    routeNames.slice(0, 3).map((to, other) => ({ from: `0${from}`, to: `1${to}`, value: 9 - 2 * index - other })),
  ),
};

export function Figures() {
  const formats = useFormats();
  const [chosen, setChosen] = useState('revenue');
  const figures = [
    {
      id: 'revenue',
      name: words.columns.revenue,
      value: formats.moneyCompact('11840000'),
      foot: <Delta share={0.124} />,
    },
    {
      id: 'orders',
      name: words.columns.orders,
      value: formats.number(140_981),
      foot: <Delta share={0.081} />,
    },
    {
      id: 'share',
      name: words.columns.share,
      value: formats.percent(0.0384, 2),
      foot: <Delta share={-0.021} />,
    },
    {
      id: 'amount',
      name: words.amount,
      value: formats.moneyCompact('2250000'),
      foot: <Delta share={-0.04} lessIsBetter />,
    },
  ].map((figure) => ({ ...figure, chart: <Sparkline values={run} /> }));
  const bars = routeNames.map((name, index) => ({
    id: name,
    name,
    value: formats.number(2741 - index * 420),
    note: formats.percent((6 - index) / 6),
    share: (6 - index) / 6,
    series: (index + 1) as Series,
  }));
  return (
    <div className={classes.stack}>
      <KpiStrip label={words.figures} items={figures} value={chosen} onChoose={setChosen} />
      <Card title={words.details}>
        <Lines
          label={words.details}
          height={180}
          names={run.map((_, index) => ({ short: String(index + 1), long: String(index + 1) }))}
          lines={lines}
          axis={axis}
          value={axis}
          open={run.length - 1}
        />
      </Card>
      <Card title={words.phases}>
        <Flow label={words.phases} height={150} value={axis} {...streams} />
      </Card>
      <div className={classes.columns}>
        <Card title={words.figures} note={words.sentence}>
          <Bars bars={bars} />
        </Card>
        <Card title={words.details}>
          <Facts
            items={[
              { label: words.name, value: 'Webshop' },
              { label: words.count, value: <Meter done={5} of={8} label="5/8" /> },
              { label: words.phases, value: <Meter done={8} of={8} label="8/8" /> },
              { label: words.remarks, value: words.sentence },
            ]}
          />
        </Card>
      </div>
    </div>
  );
}
