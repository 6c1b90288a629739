// What happened to an order, the newest first.
import { useTranslation } from 'react-i18next';
import { useActorName } from '~/platform/people';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from '../orders.module.css';
import type { Entry } from '../wire';
import { happened } from '../words';

export function Timeline({ entries, currency }: { entries: readonly Entry[]; currency: string }) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const actorName = useActorName();
  return (
    <Section title={t('timeline')}>
      <ol className={classes.timeline}>
        {[...entries].reverse().map(({ id, what, moment, actor, pieces, amount, note }) => (
          <li key={id}>
            <span className={classes.words}>
              <strong>{happened(t, what)}</strong>
              <small dir="auto">
                {[
                  pieces > 0 && t('pieces', { count: pieces, number: formats.number(pieces) }),
                  amount && formats.money(amount, currency),
                  note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <small className={classes.when}>
              {[formats.dateTime(moment), actorName(actor)].filter(Boolean).join(' · ')}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
