// Imports that are under way: how far, and a way to stop. What ended stands in the history below.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Button } from '~/ui/control/Button';
import { Progress } from '~/ui/feedback/Progress';
import { showToast } from '~/ui/feedback/toasts';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { cancelJob, isUnderWay, useImports, useJobs, useRefresh } from './api';
import { useToldEnds } from './ended';
import classes from './imports.module.css';
import type { Job } from './wire';

export function UnderWay() {
  const { t } = useTranslation('imports');
  const all = useJobs();
  useToldEnds(all);
  const jobs = all.filter(isUnderWay);
  const refresh = useRefresh();
  const before = useRef(0);
  // One has ended: it is in the history now.
  useEffect(() => {
    if (jobs.length < before.current) void refresh();
    before.current = jobs.length;
  }, [jobs.length, refresh]);
  if (jobs.length === 0) return null;
  return (
    <Card title={t('underWay.title')} note={t('underWay.note')}>
      <ul className={classes.jobs}>
        {jobs.map((job) => (
          <li key={job.id}>
            <RunningJob job={job} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RunningJob({ job }: { job: Job }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const refresh = useRefresh();
  const { data } = useImports();
  const running = data?.pages[0]?.items.find(({ state }) => state === 'running');
  const stop = () => {
    cancelJob(job.id)
      .then(() => {
        showToast(t('underWay.stopping'));
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => void refresh());
  };
  const queued = job.state === 'queued';
  return (
    <>
      <div className={classes.sendingHead}>
        <strong dir="auto">{(!queued && running?.file_name) || t('underWay.file')}</strong>
        <span>
          {queued
            ? t('underWay.queued')
            : t('underWay.share', { share: formats.percent(job.total ? job.done / job.total : 0) })}
        </span>
        <Button look="quiet" onClick={stop}>
          {t('stop')}
        </Button>
      </div>
      <Progress label={t('underWay.title')} done={job.done} of={queued ? 0 : job.total} />
    </>
  );
}
