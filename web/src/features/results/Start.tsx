// What the screen says before there is anything to measure, and in a period in which nothing happened.
import { IconCalendarOff, IconChartLine, IconFlask, IconPlug, IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSample } from '~/platform/sample';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { useFormats } from '~/ui/text/locale';
import { chosenIn, filters, useResultsSearch } from './search';
import type { Results } from './useResults';

const ways = [
  { to: '/settings/imports', words: 'start.file', icon: IconUpload },
  { to: '/settings/connections', words: 'start.source', icon: IconPlug },
] as const;

export function Start() {
  const { t } = useTranslation('results');
  const navigate = useNavigate();
  const sample = useSample();
  const me = useMe();
  const there = mayDo(me, managing) ? ways : [];
  if (sample.state === 'loading') {
    return <EmptyState icon={<IconChartLine />} title={t('start.loading')} text={t('start.loadingText')} />;
  }
  return (
    <EmptyState icon={<IconChartLine />} title={t('start.title')} text={t('start.text')}>
      {mayDo(me, ['admin']) && (
        <Button look="primary" icon={<IconFlask aria-hidden />} onClick={() => void sample.load()}>
          {t('start.sample')}
        </Button>
      )}
      {there.map(({ to, words, icon: Icon }) => (
        <Button
          key={to}
          icon={<Icon aria-hidden />}
          onClick={() => {
            void navigate({ to });
          }}
        >
          {t(words)}
        </Button>
      ))}
    </EmptyState>
  );
}

export function NothingHere({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { view, show } = useResultsSearch();
  const days = results.freshness.data?.days;
  return (
    <EmptyState
      icon={<IconCalendarOff />}
      title={t('nothing.title')}
      text={days ? t('nothing.text', { days: formats.range(days.first, days.last) }) : undefined}
    >
      {chosenIn(view).length > 0 && (
        <Button
          onClick={() => {
            show(noFilters, true);
          }}
        >
          {t('clear')}
        </Button>
      )}
      {days && (
        <Button
          look="primary"
          onClick={() => {
            show({ from: days.first, until: days.last, period: undefined, step: undefined }, true);
          }}
        >
          {t('nothing.show')}
        </Button>
      )}
    </EmptyState>
  );
}

export const noFilters = Object.fromEntries(filters.map((name) => [name, undefined]));
