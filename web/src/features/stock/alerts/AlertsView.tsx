// What is about to run out and what lies too long, the costliest first, with the reason. A row opens the
// variant beside the list: where it lies, what is to come and what of it moved.
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { Segmented } from '~/ui/control/Segmented';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { costsOf } from '../drift/costs';
import { useStockSearch } from '../search';
import classes from '../stock.module.css';
import type { Alert } from '../wire';

const kinds = ['all', 'stock_out', 'overstock'] as const;
type Kind = (typeof kinds)[number];

export function AlertsView() {
  const { t } = useTranslation('stock');
  const [kind, setKind] = useState<Kind>('all');
  const query = queries.useQuery('get', '/api/v1/stock/alerts', {
    params: { query: kind === 'all' ? {} : { kind } },
  });
  return (
    <>
      <div>
        <Segmented
          label={t('alerts.which')}
          value={kind}
          items={kinds.map((id) => ({ id, label: t(`alerts.kinds.${id}`) }))}
          onChange={setKind}
        />
      </div>
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <>
              <Sums items={items} />
              <AlertTable items={items} />
            </>
          ) : (
            <EmptyState icon={<IconScale />} title={t('alerts.none')} text={t('alerts.noneText')} />
          )
        }
      </Loaded>
    </>
  );
}

// What is at stake of each kind, and how that is reckoned.
function Sums({ items }: { items: readonly Alert[] }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  return (
    <div>
      <p className={classes.free} role="status">
        {(['stock_out', 'overstock'] as const).map((kind) =>
          costsOf(items.filter((one) => one.kind === kind)).map(({ amount, currency }) => (
            <span key={kind}>
              <strong>{formats.money(amount, currency)}</strong> {t(`alerts.sums.${kind}`)}{' '}
            </span>
          )),
        )}
      </p>
      <p className={classes.quiet}>{t('alerts.note')}</p>
    </div>
  );
}

function AlertTable({ items }: { items: readonly Alert[] }) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const { show } = useStockSearch();
  const columns: PlainColumn<Alert>[] = [
    {
      id: 'product',
      title: t('fields.product'),
      width: '28%',
      cell: ({ name, sku, variant }) => (
        <NameCell
          name={name}
          below={sku}
          onOpen={() => {
            show({ open: variant });
          }}
        />
      ),
    },
    {
      id: 'kind',
      title: t('alerts.kind'),
      width: '130px',
      cell: ({ kind }) => (
        <Tag tone={kind === 'stock_out' ? 'bad' : 'neutral'}>{t(`alerts.kinds.${kind}`)}</Tag>
      ),
    },
    { id: 'reason', title: t('alerts.reason'), cell: ({ reason }) => reason },
    {
      id: 'bound',
      title: t('alerts.bound'),
      align: 'end',
      width: '120px',
      cell: ({ bound }) => bound && formats.money(bound.amount, bound.currency),
    },
    {
      id: 'cost',
      title: t('alerts.cost'),
      align: 'end',
      place: 'end',
      width: '120px',
      cell: ({ cost }) => <b>{formats.money(cost.amount, cost.currency)}</b>,
    },
  ];
  const idOf = ({ variant, kind }: Alert) => variant + kind;
  return <PlainTable label={t('tabs.alerts')} columns={columns} rows={items} rowId={idOf} />;
}
