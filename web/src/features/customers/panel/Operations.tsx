// The merges and splits of a customer; each can be taken back exactly.
import { useTranslation } from 'react-i18next';
import { useActorName } from '~/platform/people';
import { Button } from '~/ui/control/Button';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { undo, useOperations } from '../api';
import classes from '../customers.module.css';
import { useWhoIsWho } from '../useWhoIsWho';

export function Operations({ id }: { id: string }) {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  const actorName = useActorName();
  const change = useWhoIsWho();
  const { data } = useOperations(id);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('operations.title')}>
      <ul className={classes.lines}>
        {data.items.map((operation) => (
          <li key={operation.id}>
            <span className={classes.grow}>
              {t(`operations.${operation.step}`)}
              <small className={classes.quiet}>
                {` ${[formats.dateTime(operation.ts), actorName(operation.actor), operation.reason].filter(Boolean).join(' · ')}`}
              </small>
            </span>
            {operation.step !== 'undone' && !operation.undone && (
              <Button
                look="quiet"
                onClick={() => void change(() => undo(operation.id), t('operations.wasUndone'))}
              >
                {t('operations.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
