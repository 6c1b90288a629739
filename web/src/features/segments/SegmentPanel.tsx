// One segment beside the list: its rule, who was in it on a day, and what was changed of it.
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paged, queries, type Schemas } from '~/api';
import { usePeople } from '~/platform/people';
import { TrailSection } from '~/platform/TrailSection';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { SidePanel } from '~/ui/layout/SidePanel';
import { Members } from './Members';
import { useSegmentsSearch } from './search';
import { SegmentMenu } from './SegmentMenu';

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

const fields = ['name', 'description', 'rule', 'owner', 'archived'] as const;

function History({ id }: { id: string }) {
  const { t } = useTranslation('segments');
  const history = queries.useInfiniteQuery(
    'get',
    '/api/v1/segments/{id}/history',
    { params: { path: { id } } },
    paged,
  );
  return <TrailSection query={history} fields={fields} nameOf={(field) => t(`history.${field}`)} />;
}
