// A funnel: who came how far, within what time, and on which channel the others stayed behind.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { useKindName } from '~/platform/kinds';
import { Bars } from '~/ui/chart/Bars';
import { Button, IconButton } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { Answered } from './Answered';
import { type Asked, type FunnelAnswer, useFunnel, useIndex } from './api';
import { useJourneysSearch, usual, windows } from './search';
import { useShare } from './useShare';
import classes from './journeys.module.css';

const mostSteps = 8;
const mostStayed = 3;

export function FunnelCard({ asked }: { asked: Asked }) {
  const { t } = useTranslation('journeys');
  const { search, show } = useJourneysSearch();
  return (
    <Card
      title={t('funnel.title')}
      note={t('funnel.note')}
      actions={
        <Segmented
          label={t('funnel.within')}
          value={search.within ?? usual.within}
          items={windows.map((id) => ({ id, label: t(`windows.${id}`) }))}
          onChange={(within) => {
            show({ within });
          }}
        />
      }
    >
      <Steps />
      <Answered query={useFunnel(asked, search)}>{(answer) => <Levels answer={answer} />}</Answered>
    </Card>
  );
}

function Steps() {
  const { t } = useTranslation('journeys');
  const kindName = useKindName();
  const { search, show } = useJourneysSearch();
  const kinds = useIndex().data?.kinds ?? [];
  const steps = (search.steps ?? usual.steps).split(',');
  const known = [...new Set([...kinds, ...steps])].map((value) => ({ value, label: kindName(value) }));
  const change = (next: readonly string[]) => {
    show({ steps: next.join(',') });
  };
  return (
    <div className={classes.steps} role="group" aria-label={t('funnel.steps')}>
      {steps.map((step, at) => (
        <span key={`${String(at)} ${step}`} className={classes.step}>
          <Select
            label={t('funnel.step', { number: at + 1 })}
            labelHidden
            value={step}
            options={known}
            onChange={(value) => {
              change(steps.with(at, value));
            }}
          />
          {steps.length > 1 && (
            <IconButton
              label={t('funnel.remove', { number: at + 1 })}
              onClick={() => {
                change(steps.filter((_, other) => other !== at));
              }}
            >
              <IconX aria-hidden />
            </IconButton>
          )}
        </span>
      ))}
      {steps.length < mostSteps && known[0] && (
        <Button
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            change([...steps, steps.at(-1) ?? usual.steps]);
          }}
        >
          {t('funnel.add')}
        </Button>
      )}
    </div>
  );
}

function Levels({ answer }: { answer: FunnelAnswer }) {
  const { t } = useTranslation('journeys');
  const formats = useFormats();
  const kindName = useKindName();
  const names = useChannelNames();
  const shareOf = useShare();
  const first = answer.levels[0]?.customers ?? 0;
  const noteOf = (at: number) => {
    const level = answer.levels[at];
    const before = answer.levels[at - 1];
    const parts: string[] = [];
    if (level?.of_before && before) parts.push(shareOf(level.of_before, before.customers));
    if (at > 0 && typeof level?.median_days === 'number') {
      parts.push(t('funnel.median', { days: formats.number(level.median_days, 1) }));
    }
    const stayed = level?.stayed.toSorted((a, b) => b.customers - a.customers).slice(0, mostStayed) ?? [];
    if (at + 1 < answer.levels.length && stayed.length > 0) {
      const list = stayed.map(({ channel, customers }) => `${names.nameOf(channel)} ${formats.number(customers)}`);
      parts.push(t('funnel.stayed', { list: formats.list(list) }));
    }
    return parts.join(' · ');
  };
  return (
    <ol className={classes.levels}>
      {answer.levels.map((level, at) => {
        const name = level.step.split('|').map(kindName).join(' / ');
        const share = first === 0 ? 0 : level.customers / first;
        return (
          <li key={`${String(at)} ${level.step}`}>
            <Bars bars={[{ id: level.step, name, value: formats.number(level.customers), share }]} />
            <p className={classes.levelNote}>{noteOf(at)}</p>
          </li>
        );
      })}
    </ol>
  );
}
