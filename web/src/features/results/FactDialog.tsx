// One event with all that was sent of it.
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { useKindName } from '~/platform/kinds';
import { Notice } from '~/ui/feedback/Notice';
import { Facts } from '~/ui/layout/Card';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import type { Fact } from './api';
import classes from './results.module.css';

export function FactDialog({ fact, onClose }: { fact: Fact; onClose: () => void }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const kindName = useKindName();
  const names = useChannelNames();
  const money = (amount: string | null | undefined) => (amount ? formats.money(amount, fact.currency) : '');
  const lines: [string, string][] = [
    [t('rows.ts'), formats.dateTime(fact.ts)],
    [t('rows.received'), formats.dateTime(fact.received)],
    [t('filters.channel'), names.nameOf(fact.channel)],
    [t('filters.product'), fact.product],
    [t('filters.campaign'), fact.campaign],
    [t('columns.units'), fact.quantity ? formats.number(Number(fact.quantity)) : ''],
    [t('rows.revenue'), money(fact.revenue)],
    [t('rows.cost'), money(fact.cost)],
    [t('rows.order'), fact.order_reference],
    [t('rows.part'), fact.part],
    [t('rows.identity'), fact.identity],
    [t('rows.event'), fact.event],
    ...propsOf(fact.props),
  ];
  return (
    <Dialog open title={kindName(fact.kind)} onClose={onClose}>
      <div className={classes.fact}>
        {!fact.counted && <Notice tone="warn">{t('rows.notCounted')}</Notice>}
        <Facts
          items={lines.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))}
        />
      </div>
    </Dialog>
  );
}

// What the sender added, as it was sent.
const propsOf = (props: unknown): [string, string][] =>
  typeof props === 'object' && props !== null
    ? Object.entries(props).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    : [];
