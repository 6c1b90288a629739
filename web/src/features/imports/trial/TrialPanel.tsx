// What would come in, while the mapping is being corrected: counts, sums, the first problems and events.
import { useTranslation } from 'react-i18next';
import { useKindName } from '~/platform/kinds';
import { Notice } from '~/ui/feedback/Notice';
import { Skeleton } from '~/ui/feedback/State';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import classes from '../imports.module.css';
import type { Example, Trial } from '../wire';
import { Examples } from './Examples';
import { Problems } from './Problems';
import type { TrialState } from './useTrial';

export function TrialPanel({ trial }: { trial: TrialState }) {
  const { t } = useTranslation('imports');
  const { data, problem, lacking, busy } = trial;
  const period = usePeriod(data);
  return (
    <div className={classes.right} aria-busy={busy}>
      <Card title={t('trial.title')} note={period ?? t('trial.note')}>
        {problem && (
          <Notice tone="bad">
            {problem.message}
            {problem.fields.slice(0, 5).map((field) => (
              <p key={field.pointer}>{field.message}</p>
            ))}
          </Notice>
        )}
        {lacking && <p className={classes.hint}>{t('trial.lacking')}</p>}
        {!data && !problem && !lacking && <Skeleton lines={6} />}
        {data && <Result trial={data} />}
      </Card>
    </div>
  );
}

// From the first day to the last.
function usePeriod(trial: Trial | undefined): string | undefined {
  const formats = useFormats();
  if (!trial?.first || !trial.last) return undefined;
  const [from, to] = [trial.first, trial.last].map((moment) => formats.date(formats.dayOf(moment)));
  return from === to ? from : `${from ?? ''} – ${to ?? ''}`;
}

function Result({ trial }: { trial: Trial }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const counts = [
    { label: t('result.rows'), value: formats.number(trial.rows) },
    { label: t('trial.events'), value: formats.number(trial.events) },
    { label: t('result.problemRows'), value: formats.number(trial.problem_rows) },
  ];
  return (
    <div className={classes.fields}>
      <dl className={classes.counts}>
        {counts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!trial.whole && (
        <Notice>{t('trial.part', { number: formats.number(trial.rows) })}</Notice>
      )}
      {trial.events === 0 && <Notice tone="warn">{t('trial.nothing')}</Notice>}
      <UnknownChannels trial={trial} />
      {trial.sums.length > 0 && <Sums trial={trial} />}
      <Problems problems={trial.problems} rows={trial.problem_rows} />
      <Examples examples={trial.examples as Example[]} />
    </div>
  );
}

// Most often a code that is written otherwise on the worksheet.
function UnknownChannels({ trial }: { trial: Trial }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const [more, shown] = [trial.unknown_channels.length - 8, trial.unknown_channels.slice(0, 8)];
  if (shown.length === 0) return null;
  return (
    <Notice tone="warn">
      {t('trial.unknownChannels')}
      {shown.map(({ code, events: count, added }) => (
        <p key={code}>
          <b dir="auto">{code}</b>:{' '}
          {t(added ? 'trial.addedChannel' : 'trial.ofSourceChannel', {
            count,
            number: formats.number(count),
          })}
        </p>
      ))}
      {more > 0 && <p>{t('trial.moreChannels', { count: more, number: formats.number(more) })}</p>}
    </Notice>
  );
}

// What each channel would get of each kind.
function Sums({ trial }: { trial: Trial }) {
  const kindName = useKindName();
  const { t } = useTranslation('imports');
  const formats = useFormats();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('trial.sums')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fields.channel')}</th>
            <th scope="col">{t('fields.kind')}</th>
            <th scope="col">{t('trial.events')}</th>
            <th scope="col">{t('fields.revenue')}</th>
          </tr>
        </thead>
        <tbody>
          {trial.sums.slice(0, 30).map((sum) => (
            <tr key={`${sum.channel} ${sum.kind} ${sum.currency}`}>
              <th scope="row" dir="auto">
                {sum.channel || t('trial.ofSource')}
              </th>
              <td>{kindName(sum.kind)}</td>
              <td>{formats.number(sum.events)}</td>
              <td>{formats.money(sum.revenue, sum.currency || undefined)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
