// What is seldom done with a segment: put it away, and take it back.
import { IconArchive, IconArchiveOff, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, data, ifMatch, type Schemas } from '~/api';
import { useEdit } from '~/platform/edit';
import { IconButton } from '~/ui/control/Button';
import { Menu } from '~/ui/overlay/Menu';

type Listed = Schemas['segments.Listed'];

const put = (id: string, version: number, archived: boolean) =>
  data(
    api.PATCH('/api/v1/segments/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: { archived },
    }),
  );

export function SegmentMenu({ segment }: { segment: Listed }) {
  const { t } = useTranslation('segments');
  const edit = useEdit();
  const { id, name, version, archived } = segment;
  const Icon = archived ? IconArchiveOff : IconArchive;
  return (
    <Menu
      trigger={
        <IconButton label={t('more')}>
          <IconDots aria-hidden />
        </IconButton>
      }
      groups={[
        {
          items: [
            {
              id: 'archive',
              label: t(archived ? 'restore' : 'archive'),
              icon: <Icon aria-hidden />,
              onSelect: () =>
                void edit({
                  says: t(archived ? 'wasRestored' : 'wasArchived', { name }),
                  shows: [['get', '/api/v1/segments']],
                  lane: id,
                  send: () => put(id, version, !archived),
                  undo: (sent) => put(id, sent.version, archived),
                }),
            },
          ],
        },
      ]}
    />
  );
}
