// What a KPI means: its formula, unit and source, what it comes to, how fresh it is, and what is wanted of it
// on which channel, by whom.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { type Kpi, kpiFormula, kpiName, kpiValue, useKpis, useOwnerEdit } from '~/platform/kpis';
import { usePeople } from '~/platform/people';
import { SavedSelect } from '~/platform/SavedField';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button } from '~/ui/control/Button';
import { Skeleton } from '~/ui/feedback/State';
import { Facts } from '~/ui/layout/Card';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats, useLocale } from '~/ui/text/locale';
import { ChangeShown } from './ChangeShown';
import { changeOf, type KpiCode } from './figures';
import { lastDay, type Range } from '~/platform/period';
import { useResultsSearch } from './search';
import { inStrip } from './Strip';
import { type Onward, onward } from '~/platform/targets';
import type { Results } from './useResults';
import { shownIn } from './words';
import classes from './results.module.css';

export function AboutPanel({ code, results }: { code: KpiCode; results: Results }) {
  const { t } = useTranslation('results');
  const { language } = useLocale();
  const { data } = useKpis();
  const { show } = useResultsSearch();
  const kpi = data?.items.find((one) => one.code === code);
  const own = useOwnFacts(code, results);
  return (
    <SidePanel
      title={kpi ? kpiName(kpi, language) : '…'}
      sub={kpi && t(`sources.${kpi.source}`)}
      onClose={() => {
        show({ about: undefined });
      }}
      footer={
        <Button
          onClick={() => {
            show({ about: undefined, rows: {} });
          }}
        >
          {t('about.rows')}
        </Button>
      }
    >
      {!kpi && <Skeleton lines={6} />}
      {kpi && (
        <div className={classes.about}>
          <Facts
            items={[
              { label: t('about.formula'), value: kpiFormula(kpi, language) },
              { label: t('about.unit'), value: t(`units.${kpi.unit}`) },
              { label: t('about.better'), value: t(`better.${kpi.better}`) },
              ...own,
            ]}
          />
          <Owner kpi={kpi} />
          <Wanted code={code} results={results} />
        </div>
      )}
    </SidePanel>
  );
}

// Who answers for it; whoever manages may say so.
function Owner({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation('results');
  const people = usePeople();
  const edit = useOwnerEdit();
  if (!mayDo(useMe(), managing)) {
    const name = people.nameOf(kpi.owner) || t('about.nobody');
    return <Facts items={[{ label: t('about.owner'), value: name }]} />;
  }
  return (
    <SavedSelect
      label={t('about.owner')}
      value={kpi.owner ?? ''}
      options={[{ value: '', label: t('about.nobody') }, ...people.options]}
      onSave={(owner) => edit(kpi, owner || null)}
    />
  );
}

function useOwnFacts(code: KpiCode, { strip, range }: Results) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  if (!strip.data) return [];
  const { exact, now, before } = inStrip(strip.data, code);
  const { compared, as_of: asOf, currency } = strip.data;
  const shown = shownIn(code, formats, currency);
  const words = (period: Range) => formats.range(period.from, lastDay(period));
  return [
    { label: words(range), value: <b>{shown.exact(exact)}</b> },
    ...(compared
      ? [
          {
            label: words(compared),
            value: (
              <span className={classes.beside}>
                {shown.exact(before?.value ?? null)}
                <ChangeShown kpi={code} change={changeOf(code, now, before)} />
              </span>
            ),
          },
        ]
      : []),
    {
      label: t('about.freshness'),
      value: asOf ? t('about.asOf', { moment: formats.dateTime(asOf) }) : t('about.never'),
    },
    { label: t('about.late'), value: t('about.lateText') },
  ];
}

// What is wanted of it, per channel, beside what came of it.
function Wanted({ code, results }: { code: KpiCode; results: Results }) {
  const { t } = useTranslation('results');
  const names = useChannelNames();
  const people = usePeople();
  const { range, asked } = results;
  const currency = results.strip.data?.currency ?? asked.currency;
  const query = { from: range.from, to: range.to, ...(currency ? { currency } : {}) };
  const { data } = queries.useQuery('get', '/api/v1/measures/worksheet', { params: { query } });
  const rows = (data?.channels ?? [])
    .filter(({ channel }) => !asked.channel || asked.channel === channel)
    .flatMap((row) => row.targets.filter(({ kpi }) => kpi === code).map((target) => ({ row, target })));
  return (
    <section className={classes.wanted} aria-label={t('about.targets')}>
      <h3>{t('about.targets')}</h3>
      {data && rows.length === 0 && <p className={classes.nothing}>{t('about.noTargets')}</p>}
      <ul>
        {rows.map(({ row, target }) => {
          const measured = row.kpis.find(({ kpi }) => kpi === code)?.value ?? null;
          const owner = names.list.find(({ id }) => id === row.channel)?.owner;
          return (
            <li key={`${row.channel} ${target.from}`}>
              <Link to={`/channels?open=${row.channel}`}>
                <ChannelName id={row.channel} channels={names} />
              </Link>
              <TargetWords code={code} way={onward(code, target, measured, range)} />
              <span className={classes.quiet}>{people.nameOf(owner)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function TargetWords({ code, way }: { code: KpiCode; way: Onward }) {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { data } = useKpis();
  const { target, share } = way;
  const kpi = data?.items.find((one) => one.code === code);
  const value = target.value ? kpiValue(target.value, kpi?.unit, formats, target.currency) : t('about.followed');
  const period = target.to
    ? formats.range(target.from, lastDay({ from: target.from, to: target.to }))
    : t('about.since', { day: formats.date(target.from) });
  return (
    <span className={classes.target}>
      <b>{value}</b>
      <span className={classes.quiet}>{period}</span>
      {share !== null && <span>{t('about.onward', { share: formats.percent(share) })}</span>}
    </span>
  );
}
