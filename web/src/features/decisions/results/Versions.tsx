// The versions of the policy: of what each was learnt, how it compared with the one before, and bringing one back.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '~/platform/edit';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { Tag, type Tone } from '~/ui/control/Tag';
import { Notice } from '~/ui/feedback/Notice';
import { NameCell } from '~/ui/layout/NameCell';
import { type PlainColumn, PlainTable } from '~/ui/layout/PlainTable';
import { Confirm } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import {
  learn,
  putLearning,
  restoreVersion,
  useLearnt,
  useRefresh,
  useSettings,
  useVersions,
  versionsKey,
} from '../api';
import classes from '../decisions.module.css';
import { useSaveSetting } from '../settings/useSaveSetting';
import type { Version } from '../wire';

export function Versions({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  const versions = useVersions();
  return (
    <section className={classes.stack} aria-label={t('versions.title')}>
      <div className={classes.versionsHead}>
        <div>
          <h2>{t('versions.title')}</h2>
          <p className={classes.quiet}>{t('versions.note')}</p>
          <Progress />
        </div>
        {may && <LearnNow />}
      </div>
      <Learning may={may} />
      <Loaded query={versions} lines={3}>
        {({ pages }) => <Table versions={pages.flatMap(({ items }) => items)} may={may} />}
      </Loaded>
      {versions.hasNextPage && (
        <div>
          <Button busy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
            {t('versions.earlier')}
          </Button>
        </div>
      )}
    </section>
  );
}

function LearnNow() {
  const { t } = useTranslation('decisions');
  const edit = useEdit();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await edit({ says: t('versions.made'), shows: [versionsKey], send: learn });
    await refresh();
    setBusy(false);
  };
  return (
    <Button busy={busy} onClick={() => void run()}>
      {t('versions.learn')}
    </Button>
  );
}

function Progress() {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { data: learnt } = useLearnt();
  if (!learnt) return null;
  return (
    <p className={classes.quiet}>
      {t('versions.progress', {
        visits: t('visits', { count: learnt.visits, number: formats.number(learnt.visits) }),
        sales: t('sales', { count: learnt.sales, number: formats.number(learnt.sales) }),
      })}
    </p>
  );
}

// Somebody brought a version back: what is learnt waits until they say so.
function Learning({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  const { data: settings } = useSettings();
  const save = useSaveSetting();
  if (!settings || settings.learning) return null;
  const told = (on: boolean) => t(on ? 'on' : 'off');
  return (
    <Notice tone="warn">
      <div className={classes.bannerLine}>
        <span>{t('versions.learningOff')}</span>
        {may && (
          <Button onClick={() => void save('learning', true, false, told)}>{t('versions.learnAgain')}</Button>
        )}
      </div>
    </Notice>
  );
}

const tones: Record<Version['state'], Tone> = { in_force: 'good', retired: 'outline', rejected: 'warn' };

function Table({ versions, may }: { versions: readonly Version[]; may: boolean }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const [asked, setAsked] = useState<Version | null>(null);
  const compared = useCompared();
  const restoring: PlainColumn<Version> = {
    id: 'restore',
    title: '',
    align: 'end',
    width: '130px',
    cell: (version) =>
      version.state !== 'in_force' && (
        <Button
          look="quiet"
          onClick={() => {
            setAsked(version);
          }}
        >
          {t('versions.restore')}
        </Button>
      ),
  };
  const columns: PlainColumn<Version>[] = [
    {
      id: 'number',
      title: t('log.version'),
      width: '20%',
      cell: ({ number, created }) => (
        <NameCell name={t('versions.number', { number: formats.number(number) })} below={formats.dateTime(created)} />
      ),
    },
    {
      id: 'learnt',
      title: t('versions.learnt'),
      width: '26%',
      cell: ({ reason, visits, sales }) => (
        <NameCell
          name={t(`versions.reasons.${reason}`)}
          below={[
            t('visits', { count: visits, number: formats.number(visits) }),
            t('sales', { count: sales, number: formats.number(sales) }),
          ].join(' · ')}
        />
      ),
    },
    { id: 'compared', title: t('versions.compared'), cell: (version) => compared(version) },
    {
      id: 'state',
      title: t('fields.state'),
      place: 'end',
      width: '120px',
      cell: ({ state }) => (
        <Tag tone={tones[state]} dot={state === 'in_force'}>
          {t(`versions.states.${state}`)}
        </Tag>
      ),
    },
    ...(may ? [restoring] : []),
  ];
  if (versions.length === 0) return <p className={classes.quiet}>{t('versions.none')}</p>;
  return (
    <>
      <PlainTable
        label={t('versions.title')}
        columns={columns}
        rows={versions}
        rowId={({ number }) => String(number)}
      />
      {asked && (
        <Restore
          version={asked}
          before={versions.find(({ state }) => state === 'in_force')}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

// How a version did on the decisions of the one before it, per decision.
function useCompared() {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const money = (amount: number) => formats.money(amount.toFixed(2));
  return ({ compared_rows: rows, gain, gain_low: low, gain_high: high }: Version) => {
    if (gain == null || low == null || high == null) return t('versions.notCompared');
    return t('versions.comparedBy', {
      count: rows,
      gain: money(gain),
      low: money(low),
      high: money(high),
      number: formats.number(rows),
    });
  };
}

interface RestoreProps {
  version: Version;
  before: Version | undefined;
  onClose: () => void;
}

function Restore({ version, before, onClose }: RestoreProps) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const cache = useQueryClient();
  const edit = useEdit();
  const { data: settings } = useSettings();
  const number = formats.number(version.number);
  const run = async () => {
    onClose();
    await edit({
      says: t('versions.restored', { number }),
      shows: [versionsKey],
      lane: 'decisions',
      send: () => restoreVersion(version.number),
      ...(before
        ? {
            undo: async () => {
              await restoreVersion(before.number);
              if (settings?.learning) await putLearning(true);
            },
          }
        : {}),
    });
    await cache.invalidateQueries();
  };
  return (
    <Confirm
      open
      title={t('versions.restoreTitle', { number })}
      text={t('versions.restoreText', { number, when: formats.dateTime(version.created) })}
      action={t('versions.restore')}
      onConfirm={() => void run()}
      onClose={onClose}
    />
  );
}
