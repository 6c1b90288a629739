// What offers brought, measured against those who were held out, and the versions of the policy that chose them.
import { IconDownload, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { type Preset, presets } from '~/platform/period';
import { saveFile } from '~/ui/saveFile';
import { usePresetName } from '~/platform/usePresetName';
import { Button } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { EmptyState } from '~/ui/feedback/State';
import { Select } from '~/ui/form/Select';
import { useFormats } from '~/ui/text/locale';
import { usePlacements, useResults } from '../api';
import classes from '../decisions.module.css';
import { firstPeriod, useOffersSearch, ways } from '../search';
import type { Results } from '../wire';
import { resultsCsv } from './measured';
import { MeasuredTable } from './MeasuredTable';
import { PartnerPages } from './PartnerPages';
import { TeamHours } from './TeamHours';
import { useAsked } from './useAsked';
import { Versions } from './Versions';

export function ResultsView({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  const query = useResults(useAsked());
  return (
    <div className={classes.page} role="region" aria-label={t('tabs.results')} tabIndex={0}>
      <div className={classes.wide}>
        <Bar results={query.data} />
        <p className={classes.quiet}>{t('results.note')}</p>
        <Loaded query={query}>{(results) => <Rows results={results} />}</Loaded>
        <Versions may={may} />
      </div>
    </div>
  );
}

function Bar({ results }: { results: Results | undefined }) {
  const { t } = useTranslation('decisions');
  const presetName = usePresetName();
  const { search, show } = useOffersSearch();
  const placements = usePlacements().data?.items ?? [];
  const save = (rows: Results['rows']) => {
    saveFile(`${t('results.file')}.csv`, 'text/csv', resultsCsv(rows));
  };
  return (
    <div className={classes.bar}>
      <Select
        label={t('results.period')}
        labelHidden
        value={search.period ?? firstPeriod}
        options={presets.map((value) => ({ value, label: presetName(value) }))}
        onChange={(value) => {
          show({ period: value as Preset }, true);
        }}
      />
      <Select
        label={t('fields.place')}
        labelHidden
        value={search.place ?? ''}
        empty={t('placement.all')}
        options={placements.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          show({ place: value || undefined }, true);
        }}
      />
      <Segmented
        label={t('results.by')}
        value={search.by ?? 'offer'}
        items={ways.map((id) => ({ id, label: t(`results.ways.${id}`) }))}
        onChange={(by) => {
          show({ by }, true);
        }}
      />
      {results && results.rows.length > 0 && (
        <Button
          icon={<IconDownload aria-hidden />}
          onClick={() => {
            save(results.rows);
          }}
        >
          {t('results.csv')}
        </Button>
      )}
    </div>
  );
}

function Rows({ results }: { results: Results }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const counted = results.not_kept.reduce((sum, { decisions }) => sum + decisions, 0);
  return (
    <>
      {results.rows.length === 0 ? (
        <EmptyState icon={<IconScale />} title={t('results.none')} text={t('results.noneText')} />
      ) : (
        <MeasuredTable results={results} />
      )}
      <TeamHours results={results} />
      <PartnerPages />
      {counted > 0 && (
        <p className={classes.quiet}>
          {t('results.notKept', { count: counted, number: formats.number(counted) })}
        </p>
      )}
    </>
  );
}
