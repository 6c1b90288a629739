// What of the trail to show; the choice is in the URL.
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { mayDo, useMe } from '~/platform/session';
import { DateField } from '~/ui/form/DateField';
import { Select } from '~/ui/form/Select';
import classes from './access.module.css';
import type { TrailFilter } from './trail';
import { entityWord, knownEntities } from './words';

export interface TrailFiltersProps {
  filter: TrailFilter;
  onFilter: (filter: TrailFilter) => void;
}

export function TrailFilters({ filter, onFilter }: TrailFiltersProps) {
  const { t } = useTranslation('access');
  const isAdmin = mayDo(useMe(), ['admin']);
  const { data: people } = queries.useQuery(
    'get',
    '/api/v1/access/people',
    {},
    { enabled: isAdmin },
  );
  const set = (name: keyof TrailFilter, value: string) => {
    const all = Object.entries({ ...filter, [name]: value });
    onFilter(Object.fromEntries(all.filter(([, chosen]) => chosen !== '')));
  };
  return (
    <div className={classes.filters}>
      <Select
        label={t('trail.entity')}
        value={filter.entity ?? ''}
        empty={t('trail.all')}
        options={knownEntities.map((value) => ({ value, label: entityWord(value) }))}
        onChange={(value) => {
          set('entity', value);
        }}
      />
      {isAdmin && (
        <Select
          label={t('trail.who')}
          value={filter.actor ?? ''}
          empty={t('trail.everyone')}
          options={(people?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => {
            set('actor', value);
          }}
        />
      )}
      <DateField
        label={t('trail.since')}
        defaultValue={filter.since ?? ''}
        onChange={(value) => {
          set('since', value ?? '');
        }}
      />
    </div>
  );
}
