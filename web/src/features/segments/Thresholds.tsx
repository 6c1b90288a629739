// Where the tiers of the pyramid end, each saved by itself.
import { useTranslation } from 'react-i18next';
import { api, ifMatch, queries, versioned, type Schemas } from '~/api';
import { Problem } from '~/api/problem';
import { hundredthsOf, percentOf } from '~/platform/pyramid';
import { useSaveField, type OneRecord } from '~/platform/record';
import { SavedNumber } from '~/platform/SavedField';
import { useFormats } from '~/ui/text/locale';
import classes from './segments.module.css';

type Ends = Schemas['segments.Thresholds'];

const address = '/api/v1/segments/pyramid/thresholds';
const record: OneRecord<Ends> = {
  lane: 'thresholds',
  shown: queries.queryOptions('get', address).queryKey,
  also: [['get', '/api/v1/segments/pyramid']],
  read: () => versioned(api.GET(address)),
  write: (version, body) => versioned(api.PUT(address, { params: { header: ifMatch(version) }, body })),
};

function useSave() {
  const { t } = useTranslation(['segments', 'platform']);
  const save = useSaveField(record);
  return async (field: keyof Ends, typed: string, from: string) => {
    const [value, before] = [hundredthsOf(typed), hundredthsOf(from)];
    if (value === null || before === null) return new Problem(t('pyramid.range'), 'range', 0, false);
    const label = t(`platform:tiers.${field}`);
    const says = t('pyramid.changed', { tier: label });
    return save({ field, value, before, label, says, told: percentOf });
  };
}

export function Thresholds({ may }: { may: boolean }) {
  const { t } = useTranslation(['segments', 'platform']);
  const formats = useFormats();
  const { data: ends } = queries.useQuery('get', address);
  const save = useSave();
  if (!ends) return null;
  return (
    <fieldset className={classes.ends}>
      <legend>{t('pyramid.thresholds')}</legend>
      <small>{t('pyramid.thresholdsNote')}</small>
      {(['top', 'large', 'medium'] as const).map((field) => {
        const label = t('pyramid.percent', { tier: t(`platform:tiers.${field}`) });
        const value = percentOf(ends[field]);
        return may ? (
          <SavedNumber
            key={field}
            label={label}
            value={value}
            onSave={(typed, from) => save(field, typed, from)}
          />
        ) : (
          <span key={field}>
            {label} {formats.number(Number(value))}
          </span>
        );
      })}
    </fieldset>
  );
}
