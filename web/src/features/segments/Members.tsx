// Who was in a segment on a day, as it is known now or as it was known on another day.
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paged, queries, type Schemas } from '~/api';
import { problemOf } from '~/api/problem';
import { addDays, isDay, startOf } from '~/platform/period';
import { useToday } from '~/platform/useToday';
import fields from '~/platform/fields.module.css';
import { Button } from '~/ui/control/Button';
import { ErrorState, Skeleton } from '~/ui/feedback/State';
import { DateField } from '~/ui/form/DateField';
import { Section } from '~/ui/layout/Section';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useSegmentsSearch } from './search';
import classes from './segments.module.css';

type Member = Schemas['segments.MemberView'];

const pageSize = 25;

export function Members({ id }: { id: string }) {
  const { t } = useTranslation('segments');
  const { search, show } = useSegmentsSearch();
  const today = useToday();
  const take = (field: 'day' | 'known') => (value: string) => {
    if (isDay(value) || value === '') show({ [field]: value || undefined }, true);
  };
  return (
    <Section title={t('on.title')}>
      <div className={fields.pair}>
        <DateField label={t('on.day')} defaultValue={search.day ?? today} onDone={take('day')} />
        <DateField
          label={t('on.known')}
          hint={t('on.knownHint')}
          optional
          defaultValue={search.known}
          onDone={take('known')}
        />
      </div>
      <Answer id={id} />
    </Section>
  );
}

function useMembers(id: string) {
  const { day, known } = useSegmentsSearch().search;
  const { timeZone } = useLocale();
  return queries.useInfiniteQuery(
    'get',
    '/api/v1/segments/{id}/members',
    {
      params: {
        path: { id },
        query: {
          limit: pageSize,
          ...(day ? { day } : {}),
          ...(known ? { known: startOf(addDays(known, 1), timeZone) } : {}),
        },
      },
    },
    { ...paged, placeholderData: keepPreviousData },
  );
}

function Answer({ id }: { id: string }) {
  const { t } = useTranslation('segments');
  const formats = useFormats();
  const { data: found, error, refetch, ...more } = useMembers(id);
  const first = found?.pages[0];
  if (error && !found)
    return <ErrorState text={problemOf(error).message} onRetry={() => void refetch()} />;
  if (!first) return <Skeleton lines={4} />;
  return (
    <>
      <p className={classes.total} role="status">
        {t('on.count', {
          count: first.total,
          members: formats.number(first.total),
          day: formats.date(first.day),
        })}
      </p>
      <ol className={classes.lines}>
        {found.pages
          .flatMap(({ items }) => items)
          .map((member) => (
            <MemberLine key={member.customer} member={member} />
          ))}
      </ol>
      {more.hasNextPage && (
        <div>
          <Button busy={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
            {t('on.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function MemberLine({ member }: { member: Member }) {
  const { t } = useTranslation('segments');
  const formats = useFormats();
  const { customer, name, from_day: from, to_day: to } = member;
  return (
    <li>
      <Link to="/customers" search={{ open: customer }} dir="auto">
        {name || customer}
      </Link>
      <small>
        {to
          ? formats.range(from, addDays(to, -1))
          : t('on.since', { day: formats.date(from) })}
      </small>
    </li>
  );
}
