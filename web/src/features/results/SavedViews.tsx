// The saved views, each with the value of its KPI: what is worth a look can be seen without opening it.
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { useViewsOf } from '~/platform/savedViews';
import { useToday } from '~/platform/useToday';
import { StateTabs } from '~/ui/grid/ViewTabs';
import { useFormats } from '~/ui/text/locale';
import { isKpi } from './figures';
import { readView, type ResultsView, sameView, useResultsSearch, usual } from './search';
import { askedIn, rangeIn } from './useResults';
import { shownIn } from './words';

const start: ResultsView = {};

export function SavedViews() {
  const { t } = useTranslation('results');
  const { search, view, showView } = useResultsSearch();
  const views = useViewsOf('results', readView);
  const counts = useCounts(views.saved.map((saved) => saved.view));
  return (
    <StateTabs<ResultsView>
      allTitle={t('all')}
      start={start}
      saved={views.saved.map((saved, index) => ({ ...saved, count: counts[index] }))}
      activeId={search.saved ?? ''}
      view={view}
      same={sameView}
      onView={(next) => {
        showView(next, search.saved);
      }}
      onChoose={(id, next) => {
        showView(next, id || undefined);
      }}
      onCreate={(name, shared, made) => {
        void views.create(name, shared, made).then((id) => {
          if (id) showView(made, id);
        });
      }}
      onUpdate={views.update}
      onDelete={(gone) => {
        views.remove(gone);
        showView(start);
      }}
    />
  );
}

function useCounts(views: readonly ResultsView[]): (string | undefined)[] {
  const formats = useFormats();
  const today = useToday();
  const answers = useQueries({
    queries: views.map((view) => {
      const query = { ...askedIn(view, rangeIn(view, today), view.currency), compare: 'none' as const };
      return queries.queryOptions('get', '/api/v1/measures/strip', { params: { query } });
    }),
  });
  return answers.map(({ data }, index) => {
    const kpi = views[index]?.kpi ?? usual.kpi;
    const value = data?.kpis.find((one) => one.kpi === kpi)?.value;
    return value && isKpi(kpi) ? shownIn(kpi, formats, data?.currency).short(Number(value)) : undefined;
  });
}
