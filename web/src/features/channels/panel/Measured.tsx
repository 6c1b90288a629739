// What the channel did, beside what is planned: over a period that can be chosen, and on to its results.
import { useTranslation } from 'react-i18next';
import { kpiName, kpiValue, useKpis } from '~/platform/kpis';
import { onward, type Target } from '~/platform/targets';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Select } from '~/ui/form/Select';
import { Skeleton } from '~/ui/feedback/State';
import { Section } from '~/ui/layout/Section';
import { useFormats, useLocale } from '~/ui/text/locale';
import {
  kpiOf,
  type Measured as MeasuredRows,
  type MeasuredRow,
  useMeasured,
  useShowResults,
} from '../measured';
import { measuredPeriods } from '../measuredPeriods';
import { useChannelsSearch } from '../search';
import type { View } from '../wire';
import classes from './panel.module.css';

const figures = ['revenue', 'orders', 'margin', 'cost', 'return-on-cost'] as const;

export function Measured({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const measured = useMeasured();
  const { show } = useChannelsSearch();
  const showResults = useShowResults();
  const row = measured.of(channel.id);
  return (
    <Section
      title={t('measured.title')}
      action={
        <Button
          look="quiet"
          onClick={() => {
            showResults(channel.id, measured);
          }}
        >
          {t('measured.results')}
        </Button>
      }
    >
      <Segmented
        label={t('measured.period')}
        value={measured.period}
        items={measuredPeriods.map((id) => ({ id, label: t(`measured.periods.${id}`) }))}
        onChange={(period) => {
          show({ measured: period }, true);
        }}
      />
      {measured.segments.length > 0 && (
        <Select
          label={t('measured.of')}
          labelHidden
          value={measured.segment?.id ?? ''}
          empty={t('measured.everybody')}
          options={measured.segments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(segment) => {
            show({ segment }, true);
          }}
        />
      )}
      {!row && <Skeleton lines={3} />}
      {row && <Figures row={row} measured={measured} />}
      {row && row.targets.length > 0 && <Targets row={row} measured={measured} />}
    </Section>
  );
}

interface PartProps {
  row: MeasuredRow;
  measured: MeasuredRows;
}

function Figures({ row, measured }: PartProps) {
  const { t } = useTranslation('channels');
  const { language } = useLocale();
  const formats = useFormats();
  const { data } = useKpis();
  const planned = row.planned_reach;
  return (
    <dl className={classes.figures}>
      {figures.map((code) => {
        const kpi = data?.items.find((one) => one.code === code);
        const value = kpiOf(row, code);
        return (
          <div key={code}>
            <dt>{kpi ? kpiName(kpi, language) : '…'}</dt>
            <dd>{value === null ? '—' : kpiValue(value, kpi?.unit, formats, measured.currency)}</dd>
          </div>
        );
      })}
      <div>
        <dt>{t('measured.reach')}</dt>
        <dd>
          {formats.number(row.reach)}
          {typeof planned === 'number' && (
            <span className={classes.sub}>{t('measured.planned', { number: formats.number(planned) })}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Targets({ row, measured }: PartProps) {
  const { t } = useTranslation('channels');
  return (
    <ul className={classes.measuredTargets} aria-label={t('measured.title')}>
      {row.targets.map((target) => (
        <TargetLine
          key={`${target.kpi} ${target.from}`}
          target={target}
          value={kpiOf(row, target.kpi)}
          measured={measured}
        />
      ))}
    </ul>
  );
}

interface TargetLineProps {
  target: Target;
  value: string | null;
  measured: MeasuredRows;
}

function TargetLine({ target, value, measured }: TargetLineProps) {
  const { t } = useTranslation('channels');
  const { language } = useLocale();
  const formats = useFormats();
  const { data } = useKpis();
  const kpi = data?.items.find(({ code }) => code === target.kpi);
  const { share } = onward(target.kpi, target, value, measured.range);
  const shown = (amount: string) => kpiValue(amount, kpi?.unit, formats, target.currency);
  return (
    <li>
      <span>{kpi ? kpiName(kpi, language) : target.kpi}</span>
      <b>{value === null ? t('measured.notYet') : shown(value)}</b>
      <span className={classes.sub}>
        {target.value && t('measured.wanted', { value: shown(target.value) })}
        {share !== null && ` · ${t('measured.onward', { share: formats.percent(share) })}`}
      </span>
    </li>
  );
}
