// One group: what is wrong, what would mend it and how many that makes good, and the events themselves.
import { IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { useStillHere } from '~/platform/useStillHere';
import { Button } from '~/ui/control/Button';
import { Progress } from '~/ui/feedback/Progress';
import { showToast } from '~/ui/feedback/toasts';
import { Card } from '~/ui/layout/Card';
import { Confirm } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { dropAll, type Group, replayAll, useRefresh, useSources } from '../api';
import classes from '../connectors.module.css';
import { useDataSearch } from '../search';
import type { QuarantineCount, Repair } from '../wire';
import { EventList } from './EventList';
import { RepairForm } from './RepairForm';
import { isComplete } from './repairs';
import { useTried } from './useTried';

export interface GroupWorkProps {
  group: Group & { reason: NonNullable<Group['reason']> };
  counts: readonly QuarantineCount[];
}

export function GroupWork({ group, counts }: GroupWorkProps) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const { show } = useDataSearch();
  const { data: known } = useSources();
  const [repairs, setRepairs] = useState<readonly Repair[]>([]);
  const [dropping, setDropping] = useState(false);
  const tried = useTried(group, repairs.filter(isComplete));
  const count = counts
    .filter(({ source, reason, kind }) => {
      const here = !group.source || source === group.source;
      return here && reason === group.reason && (group.kind ?? kind) === kind;
    })
    .reduce((sum, { events }) => sum + events, 0);
  const back = () => {
    show({ tab: 'quarantine' });
  };
  const work = useWork(back);
  const source = known?.sources.find(({ id }) => id === group.source);
  const number = formats.number(count);
  return (
    <>
      <div className={classes.bar}>
        <Button look="quiet" icon={<IconArrowLeft aria-hidden />} onClick={back}>
          {t('quarantine.all')}
        </Button>
        <Button
          look="quiet"
          icon={<IconTrash aria-hidden />}
          disabled={count === 0}
          onClick={() => {
            setDropping(true);
          }}
        >
          {t('quarantine.drop')}
        </Button>
      </div>
      <div className={classes.two}>
        <Card
          title={t(`reasons.${group.reason}`)}
          note={[t('quarantine.count', { count, number }), group.kind, source?.name]
            .filter(Boolean)
            .join(' · ')}
        >
          <RepairForm
            group={group}
            repairs={repairs}
            tried={tried}
            busy={work.busy}
            onRepairs={setRepairs}
            onReplay={() => void work.replay(group, repairs.filter(isComplete))}
          />
          {work.done !== null && (
            <Progress label={t('quarantine.working')} done={work.done} of={count} />
          )}
        </Card>
        <EventList group={group} />
      </div>
      {dropping && (
        <Confirm
          open
          danger
          title={t('quarantine.dropTitle', { count, number })}
          text={t('quarantine.dropText')}
          action={t('quarantine.dropAction', { count, number })}
          busy={work.busy}
          onConfirm={() => void work.drop(group)}
          onClose={() => {
            setDropping(false);
          }}
        />
      )}
    </>
  );
}

interface Ended {
  words: string;
  // Nothing is left to work on.
  empty: boolean;
}

// Taking in and throwing away, and how many that were done so far.
function useWork(back: () => void) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const refresh = useRefresh();
  const stillHere = useStillHere();
  const [done, setDone] = useState<number | null>(null);
  const run = async (work: () => Promise<Ended>) => {
    setDone(0);
    try {
      const { words, empty } = await work();
      showToast(words, stillHere() ? {} : { open: back });
      if (empty && stillHere()) back();
    } catch (error) {
      showToast(problemOf(error).message, { tone: 'bad' });
    } finally {
      setDone(null);
      void refresh();
    }
  };
  return {
    done,
    busy: done !== null,
    replay: (group: Group, repairs: readonly Repair[]) =>
      run(async () => {
        const { accepted, duplicates, waiting } = await replayAll(group, repairs, setDone);
        const numbers = {
          good: formats.number(accepted + duplicates),
          waiting: formats.number(waiting),
        };
        return { words: t('quarantine.replayed', numbers), empty: waiting === 0 };
      }),
    drop: (group: Group) =>
      run(async () => {
        const count = await dropAll(group, setDone);
        const words = t('quarantine.dropped', { count, number: formats.number(count) });
        return { words, empty: true };
      }),
  };
}
