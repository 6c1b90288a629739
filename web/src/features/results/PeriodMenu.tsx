// Which days, and what they are compared with.
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Checkbox } from '~/ui/form/Choices';
import { DateField } from '~/ui/form/DateField';
import { Popover } from '~/ui/overlay/Popover';
import { useFormats } from '~/ui/text/locale';
import { isDay, lastDay, presets, type Range } from '~/platform/period';
import { usePresetName } from '~/platform/usePresetName';
import { compares, type ResultsView, useResultsSearch, usual } from './search';
import type { Results } from './useResults';
import classes from './results.module.css';

export function usePeriodName() {
  const presetName = usePresetName();
  const formats = useFormats();
  return (view: ResultsView, range: Range) =>
    view.from ? formats.range(range.from, lastDay(range)) : presetName(view.period ?? usual.period);
}

export function PeriodMenu({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const [open, setOpen] = useState(false);
  const nameOf = usePeriodName();
  const { view, range, compare } = results;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('period')}
      align="end"
      trigger={
        <Button
          icon={<IconCalendar aria-hidden />}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <span className={classes.periodName}>{nameOf(view, range)}</span>
          {compare !== 'none' && <span className={classes.compared}>{t(`comparedShort.${compare}`)}</span>}
          <IconChevronDown aria-hidden />
        </Button>
      }
    >
      <PeriodChoice results={results} />
    </Popover>
  );
}

function PeriodChoice({ results }: { results: Results }) {
  const { t } = useTranslation('results');
  const presetName = usePresetName();
  const { show } = useResultsSearch();
  const { view, range, compare } = results;
  return (
    <div className={classes.periodMenu}>
      <div className={classes.presets} role="radiogroup" aria-label={t('period')}>
        {presets.map((preset) => (
          <Checkbox
            key={preset}
            type="radio"
            name="period"
            label={presetName(preset)}
            checked={!view.from && (view.period ?? usual.period) === preset}
            onChange={() => {
              show({ period: preset, from: undefined, until: undefined, step: undefined }, true);
            }}
          />
        ))}
      </div>
      <OwnDays key={`${range.from} ${range.to}`} range={range} />
      <div className={classes.compareChoice}>
        <span className={classes.caption}>{t('compare')}</span>
        <Segmented
          label={t('compare')}
          value={compare}
          items={compares.map((id) => ({ id, label: t(`compares.${id}`) }))}
          onChange={(next) => {
            show({ compare: next }, true);
          }}
        />
      </div>
    </div>
  );
}

function OwnDays({ range }: { range: Range }) {
  const { t } = useTranslation('results');
  const { show } = useResultsSearch();
  const [from, setFrom] = useState(range.from);
  const [until, setUntil] = useState(lastDay(range));
  const readable = isDay(from) && isDay(until);
  const turned = readable && until < from;
  return (
    <div className={classes.ownDays}>
      <DateField label={t('from')} defaultValue={from} onChange={setFrom} />
      <DateField
        label={t('until')}
        defaultValue={until}
        error={turned ? t('turned') : undefined}
        onChange={setUntil}
      />
      <Button
        disabled={!readable || turned}
        onClick={() => {
          show({ from, until, period: undefined, step: undefined }, true);
        }}
      >
        {t('showDays')}
      </Button>
    </div>
  );
}
