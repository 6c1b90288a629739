// What became of the imports that this person began: told once, when each has ended.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore, useStore } from '~/platform/store';
import { showToast } from '~/ui/feedback/toasts';
import { useFormats } from '~/ui/text/locale';
import { isUnderWay } from './api';
import type { Import, Job } from './wire';

const begun = createStore<readonly string[]>([]);

export function noteBegun(jobs: readonly string[]): void {
  begun.set([...begun.get(), ...jobs]);
}

// The same file with the same mapping is the same import: its answer is older than the job.
const wasThere = (job: Job, done: Import) => done.started < job.created;

export function useToldEnds(jobs: readonly Job[]): void {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const mine = useStore(begun);
  useEffect(() => {
    const ended = jobs.filter((job) => mine.includes(job.id) && !isUnderWay(job));
    if (ended.length === 0) return;
    begun.set(mine.filter((id) => ended.every((job) => job.id !== id)));
    for (const job of ended) {
      const done = job.result as Import | null;
      if (job.state === 'failed') showToast(t('ended.failed', { why: job.message }), { tone: 'bad' });
      if (job.state !== 'done' || !done) continue;
      const counts = {
        name: done.file_name,
        events: formats.number(done.events),
        quarantined: formats.number(done.quarantined),
      };
      showToast(wasThere(job, done) ? t('ended.again', counts) : t('ended.done', counts));
    }
  }, [jobs, mine, t, formats]);
}
