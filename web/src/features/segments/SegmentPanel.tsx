// One segment beside the list: its rule, who was in it on a day, and what was changed of it.
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { queries, type Schemas } from '~/api';
import { Loaded } from '~/platform/Loaded';
import { usePeople } from '~/platform/people';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { changedFields, type Entry } from './history';
import { Members } from './Members';
import { useSegmentsSearch } from './search';
import { SegmentMenu } from './SegmentMenu';
import classes from './segments.module.css';

type Listed = Schemas['segments.Listed'];

export function SegmentPanel({ segment, may }: { segment: Listed; may: boolean }) {
  const { t } = useTranslation('segments');
  const { show } = useSegmentsSearch();
  return (
    <SidePanel
      title={segment.name}
      sub={<About segment={segment} />}
      actions={
        <>
          <Button
            icon={<IconFilter aria-hidden />}
            onClick={() => {
              show({ dialog: 'rule' });
            }}
          >
            {t(may ? 'changeRule' : 'showRule')}
          </Button>
          {may && <SegmentMenu segment={segment} />}
        </>
      }
      onClose={() => {
        show({ open: undefined, day: undefined, known: undefined });
      }}
    >
      <Members id={segment.id} />
      <History id={segment.id} />
    </SidePanel>
  );
}

function About({ segment: { description, owner, archived } }: { segment: Listed }) {
  const { t } = useTranslation('segments');
  const people = usePeople();
  return (
    <>
      {archived && <Tag>{t('archived')}</Tag>} <span dir="auto">{description}</span>{' '}
      {owner && people.ready && t('ownedBy', { name: people.nameOf(owner) })}
    </>
  );
}

function History({ id }: { id: string }) {
  const { t } = useTranslation('segments');
  const history = queries.useQuery('get', '/api/v1/segments/{id}/history', {
    params: { path: { id } },
  });
  return (
    <Section title={t('history.title')}>
      <Loaded query={history} lines={2}>
        {({ items }) => (
          <ol className={classes.lines}>
            {items.map((entry) => (
              <Change key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

function Change({ entry }: { entry: Entry }) {
  const { t } = useTranslation('segments');
  const formats = useFormats();
  const fields = changedFields(entry).map((field) => t(`history.fields.${field}`));
  return (
    <li>
      <span>
        {entry.before ? t('history.changed', { fields: formats.list(fields) }) : t('history.added')}
      </span>
      <small>
        {t('history.by', {
          who: entry.actor_name ?? t('history.program'),
          when: formats.dateTime(entry.ts),
        })}
      </small>
    </li>
  );
}
