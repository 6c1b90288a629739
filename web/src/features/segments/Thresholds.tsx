// Where the tiers of the pyramid end, each saved by itself.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, queries, versioned, versionSeen, type Schemas, type Versioned } from '~/api';
import { Problem } from '~/api/problem';
import { useEdit } from '~/platform/edit';
import { hundredthsOf, percentOf } from '~/platform/pyramid';
import { SavedNumber } from '~/platform/SavedField';
import { useFormats } from '~/ui/text/locale';
import classes from './segments.module.css';

type Ends = Schemas['segments.Thresholds'];
type Field = keyof Ends;

const address = '/api/v1/segments/pyramid/thresholds';
const endsQuery = queries.queryOptions('get', address);
const read = (): Promise<Versioned<Ends>> => versioned(api.GET(address));
const write = (version: number, body: Ends) =>
  versioned(api.PUT(address, { params: { header: ifMatch(version) }, body }));

// Puts one field on top of what is there now.
async function writeField(field: Field, value: number) {
  const now = await read();
  return write(now.version, { ...now.value, [field]: value });
}

function useSave(ends: Ends | undefined) {
  const { t } = useTranslation(['segments', 'platform']);
  const cache = useQueryClient();
  const edit = useEdit();
  const name = (field: Field) => t(`platform:tiers.${field}`);
  const save = (field: Field, value: number, before: number) =>
    ends
      ? edit({
          says: t('pyramid.changed', { tier: name(field) }),
          shows: [endsQuery.queryKey, ['get', '/api/v1/segments/pyramid']],
          lane: 'thresholds',
          optimistic: () => {
            cache.setQueryData<Ends>(endsQuery.queryKey, { ...ends, [field]: value });
          },
          // What somebody else made of it while it was being typed is a conflict too.
          send: () =>
            write(ends[field] === before ? versionSeen(address) : 0, { ...ends, [field]: value }),
          undo: () => writeField(field, before),
          clash: {
            field: name(field),
            before: percentOf(before),
            mine: percentOf(value),
            theirs: async () => percentOf((await read()).value[field]),
            keepMine: () => writeField(field, value),
          },
        })
      : Promise.resolve(null);
  return async (field: Field, typed: string, from: string) => {
    const [value, before] = [hundredthsOf(typed), hundredthsOf(from)];
    if (value !== null && before !== null) return save(field, value, before);
    return new Problem(t('pyramid.range'), 'range', 0, false);
  };
}

export function Thresholds({ may }: { may: boolean }) {
  const { t } = useTranslation(['segments', 'platform']);
  const formats = useFormats();
  const { data: ends } = queries.useQuery('get', address);
  const save = useSave(ends);
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
