// What brings the figures: products, campaigns and kinds of events. A click filters on it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { useKindName } from '~/platform/kinds';
import { Segmented } from '~/ui/control/Segmented';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { type Dimension, type PartRow, useParts } from './api';
import { useResultsSearch } from './search';
import type { Results } from './useResults';
import classes from './results.module.css';

const dimensions: readonly Dimension[] = ['product', 'campaign', 'kind'];
const most = 10;

export function PartsCard({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const [by, setBy] = useState<Dimension>('product');
  const parts = useParts(results.asked, by, most);
  return (
    <Card
      title={t('parts.title')}
      note={t(`parts.note.${by}`)}
      actions={
        <Segmented
          label={t('parts.title')}
          value={by}
          items={dimensions.map((id) => ({ id, label: t(`parts.${id}`) }))}
          onChange={setBy}
        />
      }
    >
      <Loaded query={parts} lines={8}>
        {(found) => <PartList by={by} parts={found.parts} currency={found.currency} />}
      </Loaded>
    </Card>
  );
}

// Kinds are told by how often they happen: most of them bring no money.
const weightOf = (by: Dimension, part: PartRow) => (by === 'kind' ? part.events : Number(part.net_revenue));

interface PartListProps {
  by: Dimension;
  parts: readonly PartRow[];
  currency: string;
}

function PartList({ by, parts, currency }: PartListProps) {
  const kindName = useKindName();
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { view, show } = useResultsSearch();
  if (parts.length === 0) return <p className={classes.nothing}>{t(`parts.none.${by}`)}</p>;
  const sorted = parts.toSorted((a, b) => weightOf(by, b) - weightOf(by, a));
  const largest = Math.max(...sorted.map((part) => weightOf(by, part)), 1);
  return (
    <ul className={classes.parts}>
      {sorted.map((part) => {
        const name = by === 'kind' ? kindName(part.part) : part.part;
        const width = `${(Math.max(0, weightOf(by, part)) / largest) * 100}%`;
        return (
          <li key={part.part}>
            <button
              type="button"
              className={classes.part}
              aria-pressed={view[by] === part.part}
              title={t('filterOn', { name })}
              onClick={() => {
                show({ [by]: view[by] === part.part ? undefined : part.part }, true);
              }}
            >
              <i aria-hidden style={{ width }} />
              <span className={classes.partName} dir="auto">
                {name}
              </span>
              <span className={classes.partNote}>
                {by === 'kind'
                  ? t('parts.events', { count: part.events, number: formats.number(part.events) })
                  : t('parts.orders', { count: part.orders, number: formats.number(part.orders) })}
              </span>
              <b>{by === 'kind' && !Number(part.net_revenue) ? '' : formats.money(part.net_revenue, currency, true)}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
