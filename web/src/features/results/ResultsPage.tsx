// The results of all channels: a strip of KPIs that chooses the lines, what brings the figures, and how
// customers go from channel to channel. Every number leads to what it means and to its rows.
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Page } from '~/platform/Page';
import { CopyLink } from '~/platform/scope/CopyLink';
import { lastDay } from '~/platform/period';
import { IconButton } from '~/ui/control/Button';
import { ErrorState, Skeleton } from '~/ui/feedback/State';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { AboutPanel } from './AboutPanel';
import type { Strip as StripReply } from './api';
import { ChannelsCard } from './ChannelsCard';
import { FilterBar } from './FilterBar';
import { useFilterWords } from './filterWords';
import { Fresh } from './Fresh';
import { PartsCard } from './PartsCard';
import { PathsCard } from './PathsCard';
import { PeriodMenu } from './PeriodMenu';
import { PyramidCard } from './PyramidCard';
import { RowsPanel } from './RowsPanel';
import { SampleNotice } from './SampleNotice';
import { SavedViews } from './SavedViews';
import { useResultsSearch } from './search';
import { SegmentsCard } from './SegmentsCard';
import { SeriesCard } from './SeriesCard';
import { NothingHere, Start } from './Start';
import { Strip } from './Strip';
import { useResultsActions } from './useResultsActions';
import { type Results, useResults } from './useResults';
import classes from './results.module.css';

export default function ResultsPage() {
  const { t } = useTranslation('results');
  const { search } = useResultsSearch();
  const results = useResults();
  const phone = usePhone();
  useResultsActions(results);
  const { freshness, strip } = results;
  const isFirst = freshness.isSuccess && !freshness.data.days;
  return (
    <Page
      title={t('title')}
      width="full"
      beside={!isFirst && !phone && <Fresh asOf={strip.data?.as_of} />}
      actions={
        !isFirst && (
          <>
            <PeriodMenu results={results} />
            {!phone && <CopyLink />}
            {!phone && (
              <IconButton
                look="normal"
                label={t('print')}
                onClick={() => {
                  window.print();
                }}
              >
                <IconPrinter aria-hidden />
              </IconButton>
            )}
          </>
        )
      }
    >
      <Split
        panel={
          <>
            {search.about && <AboutPanel key={search.about} code={search.about} results={results} />}
            {search.rows && (
              <RowsPanel key={JSON.stringify(search.rows)} rows={search.rows} results={results} />
            )}
          </>
        }
      >
        {isFirst ? <Start /> : <Screen results={results} />}
      </Split>
    </Page>
  );
}

function Screen({ results }: { results: Results }) {
  const { strip, freshness } = results;
  const error = strip.error ?? freshness.error;
  const waits = results.currency.several && !strip.data;
  return (
    <>
      <div className={classes.top}>
        <SavedViews />
        <FilterBar results={results} />
      </div>
      <div className={classes.scroll}>
        <div
          className={classes.content}
          data-sheet="portrait"
          aria-busy={strip.isFetching && strip.isPlaceholderData}
        >
          <SampleNotice />
          <OnPaper results={results} />
          {strip.data && <Cards results={results} strip={strip.data} />}
          {!strip.data && (!error || waits) && <Skeleton lines={12} />}
          {!strip.data && error && !waits && (
            <ErrorState
              text={problemOf(error).message}
              offline={problemOf(error).offline}
              onRetry={() => {
                void strip.refetch();
                void freshness.refetch();
              }}
            />
          )}
        </div>
      </div>
    </>
  );
}

// Paper has no menus: what was chosen in them stands above it.
function OnPaper({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const wordsOf = useFilterWords();
  const { view, range, compare } = results;
  const parts = [
    formats.range(range.from, lastDay(range)),
    ...(compare === 'none' ? [] : [t(`comparedShort.${compare}`)]),
    ...wordsOf(view),
  ];
  return (
    <div className={classes.onPaper}>
      <h2>{t('title')}</h2>
      <p>{parts.join(' · ')}</p>
    </div>
  );
}

const nothingIn = ({ figures, kpis }: StripReply) =>
  figures.events === 0 && kpis.every(({ before }) => !Number(before));

function Cards({ results, strip }: { results: Results; strip: StripReply }) {
  const { t } = useTranslation('results');
  if (nothingIn(strip)) return <NothingHere results={results} />;
  return (
    <>
      <section className={classes.card} aria-label={t('kpis')}>
        <Strip results={results} strip={strip} />
        <SeriesCard results={results} />
      </section>
      <div className={classes.pair}>
        <PathsCard results={results} />
        <div className={classes.stack}>
          <PartsCard results={results} />
          <PyramidCard results={results} />
        </div>
      </div>
      <ChannelsCard results={results} strip={strip} />
      <SegmentsCard results={results} />
    </>
  );
}
