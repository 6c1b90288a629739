// What holds for all decisions: the switch for everything, what is held out to measure, how much is tried out, and
// what an hour costs.
import { useTranslation } from 'react-i18next';
import fields from '~/platform/fields.module.css';
import { Loaded } from '~/platform/Loaded';
import { SavedChoices, SavedNumber } from '~/platform/SavedField';
import { TrailSection } from '~/platform/TrailSection';
import { Card } from '~/ui/layout/Card';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useSegments, useSettings, useSettingsHistory } from '../api';
import classes from '../decisions.module.css';
import type { Settings } from '../wire';
import { KillSwitch } from './KillSwitch';
import { useSaveSetting } from './useSaveSetting';

export function SettingsView({ may }: { may: boolean }) {
  const { t } = useTranslation('decisions');
  const query = useSettings();
  return (
    <div className={classes.page} role="region" aria-label={t('tabs.settings')} tabIndex={0}>
      <Loaded query={query}>
        {(settings) => (
          <div className={classes.cards}>
            <KillSwitch active={settings.active} may={may} />
            <fieldset className={classes.plain} disabled={!may}>
              <div className={classes.cards}>
                <Measuring settings={settings} />
                <Costs settings={settings} />
              </div>
            </fieldset>
            <History />
          </div>
        )}
      </Loaded>
    </div>
  );
}

type ShareField =
  | 'hold_out_basis_points'
  | 'exploration_basis_points'
  | 'sure_basis_points'
  | 'floor_basis_points';
type CountField = 'outcome_days' | 'interest_views';
type MoneyField = 'hour_cost' | 'waiting_hour_cost';

function Measuring({ settings }: { settings: Settings }) {
  const { t } = useTranslation('decisions');
  return (
    <Card title={t('settings.measuring')} note={t('settings.measuringNote')}>
      <div className={fields.fields}>
        <div className={classes.settings}>
          <Share settings={settings} field="hold_out_basis_points" />
          <Share settings={settings} field="exploration_basis_points" />
          <Share settings={settings} field="sure_basis_points" />
          <Count settings={settings} field="outcome_days" />
          <Count settings={settings} field="interest_views" />
        </div>
        <Apart settings={settings} />
      </div>
    </Card>
  );
}

const percentOf = (points: number) => String(points / 100);
const pointsOf = (percent: string) => Math.round(Number(percent) * 100);

// A share, typed as a percentage, with what it means in words.
function Share({ settings, field }: { settings: Settings; field: ShareField }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const save = useSaveSetting();
  const shown = (points: number) => formats.percent(points / 10_000, points % 100 > 0 ? 2 : 0);
  return (
    <SavedNumber
      label={t(`settings.${field}`)}
      hint={t(`settings.hints.${field}`, { share: shown(settings[field]) })}
      value={percentOf(settings[field])}
      onSave={(to, from) => save(field, pointsOf(to), pointsOf(from), shown)}
    />
  );
}

function Count({ settings, field }: { settings: Settings; field: CountField }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const save = useSaveSetting();
  return (
    <SavedNumber
      label={t(`settings.${field}`)}
      hint={t(`settings.hints.${field}`, { count: settings[field] })}
      value={String(settings[field])}
      onSave={(to, from) => save(field, Number(to), Number(from), (value) => formats.number(value))}
    />
  );
}

function Apart({ settings }: { settings: Settings }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const save = useSaveSetting();
  const segments = useSegments().data?.items ?? [];
  const shown = segments.filter(({ id, archived }) => !archived || settings.segments.includes(id));
  const nameOf = (id: string) => segments.find((one) => one.id === id)?.name ?? '…';
  if (shown.length === 0) return null;
  return (
    <SavedChoices
      label={t('settings.segments')}
      hint={t('settings.hints.segments')}
      value={settings.segments}
      options={shown.map(({ id, name }) => ({ value: id, label: name }))}
      onSave={(to, from) =>
        save('segments', [...to], [...from], (ids) => formats.list(ids.map(nameOf)))
      }
    />
  );
}

function Costs({ settings }: { settings: Settings }) {
  const { t } = useTranslation('decisions');
  return (
    <Card title={t('settings.costs')} note={t('settings.costsNote')}>
      <div className={fields.pair}>
        <Hour settings={settings} field="hour_cost" />
        <Hour settings={settings} field="waiting_hour_cost" />
        <Share settings={settings} field="floor_basis_points" />
      </div>
    </Card>
  );
}

// Without the zeros behind it: "35.000000" is 35.
const shortOf = (amount: string) => amount.replace(/(\.\d\d)0+$/, '$1').replace(/\.00$/, '');

function Hour({ settings, field }: { settings: Settings; field: MoneyField }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { currency } = useLocale();
  const save = useSaveSetting();
  return (
    <SavedNumber
      label={`${t(`settings.${field}`)} (${currency})`}
      hint={t(`settings.hints.${field}`)}
      value={shortOf(settings[field])}
      onSave={(to) => save(field, to, settings[field], (amount) => formats.money(amount))}
    />
  );
}

const told = [
  'active',
  'hold_out_basis_points',
  'exploration_basis_points',
  'sure_basis_points',
  'outcome_days',
  'interest_views',
  'hour_cost',
  'waiting_hour_cost',
  'floor_basis_points',
  'segments',
  'learning',
] as const;

function History() {
  const { t } = useTranslation('decisions');
  return (
    <div className={classes.framed}>
      <TrailSection
        query={useSettingsHistory()}
        fields={told}
        nameOf={(field) => t(`settings.${field}`)}
      />
    </div>
  );
}
