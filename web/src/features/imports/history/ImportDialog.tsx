// How one import went: its counts, what happened to each row, and the first problems by line.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useActorName } from '~/platform/people';
import { Tag } from '~/ui/control/Tag';
import { Notice } from '~/ui/feedback/Notice';
import { Facts } from '~/ui/layout/Card';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import classes from '../imports.module.css';
import { fileSize } from '../sizes';
import { Problems } from '../trial/Problems';
import type { Import } from '../wire';
import { stateTones } from '../words';

export function ImportDialog({ done, onClose }: { done: Import; onClose: () => void }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const actorName = useActorName();
  const counts = [
    { label: t('result.rows'), value: done.rows },
    { label: t('result.accepted'), value: done.events },
    { label: t('result.duplicates'), value: done.duplicates, hint: t('result.duplicatesHint') },
    { label: t('result.quarantined'), value: done.quarantined },
    { label: t('result.withheld'), value: done.withheld, hint: t('result.withheldHint') },
    { label: t('result.problemRows'), value: done.problem_rows },
  ];
  return (
    <Dialog open title={done.file_name} width={640} onClose={onClose}>
      <dl className={classes.counts}>
        {counts
          .filter(({ value, hint }) => value > 0 || !hint)
          .map(({ label, value, hint }) => (
            <div key={label} title={hint}>
              <dt>{label}</dt>
              <dd>{formats.number(value)}</dd>
            </div>
          ))}
      </dl>
      {done.state === 'stopped' && <Notice tone="warn">{t('result.stopped')}</Notice>}
      {done.quarantined > 0 && (
        <Notice tone="warn">
          {t('result.inQuarantine', { count: done.quarantined, number: formats.number(done.quarantined) })}{' '}
          <Link to="/data" search={{ tab: 'quarantine', source: done.source }}>
            {t('result.toQuarantine')}
          </Link>
        </Notice>
      )}
      <Facts
        items={[
          {
            label: t('history.state'),
            value: <Tag tone={stateTones[done.state]}>{t(`states.${done.state}`)}</Tag>,
          },
          { label: t('result.mapping'), value: done.mapping_name },
          { label: t('result.size'), value: fileSize(done.file_size, formats) },
          { label: t('result.started'), value: formats.dateTime(done.started) },
          { label: t('result.ended'), value: formats.dateTime(done.changed) },
          { label: t('result.by'), value: actorName(done.started_by) },
        ]}
      />
      <Problems problems={done.problems} rows={done.problem_rows} />
    </Dialog>
  );
}
