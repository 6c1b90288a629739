// Who changed what of a record, the newest first, page by page.
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { Button } from '~/ui/control/Button';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import type { PagedQuery } from './gridList';
import { Loaded } from './Loaded';
import { changedFields, type Entry } from './trail';
import classes from './TrailSection.module.css';

export interface TrailSectionProps<Field extends string> {
  query: PagedQuery<Page<Entry>>;
  // The fields that a person knows, and what each is called.
  fields: readonly Field[];
  nameOf: (field: Field) => string;
}

export function TrailSection<Field extends string>(props: TrailSectionProps<Field>) {
  const { query, fields, nameOf } = props;
  const { t } = useTranslation('platform');
  const formats = useFormats();
  const words = (entry: Entry) => {
    if (!entry.before) return t('trail.added');
    const changed = changedFields(fields, entry).map(nameOf);
    return changed.length > 0
      ? t('trail.changed', { fields: formats.list(changed) })
      : t('trail.changedPlain');
  };
  return (
    <Section title={t('trail.title')}>
      <Loaded query={query} lines={2}>
        {({ pages }) => (
          <ol className={classes.lines}>
            {pages
              .flatMap(({ items }) => items)
              .map((entry) => (
                <li key={entry.id}>
                  <span>{words(entry)}</span>
                  <small>
                    {t('trail.by', {
                      who: entry.actor_name ?? t('trail.program'),
                      when: formats.dateTime(entry.ts),
                    })}
                  </small>
                </li>
              ))}
          </ol>
        )}
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('trail.earlier')}
          </Button>
        </div>
      )}
    </Section>
  );
}
