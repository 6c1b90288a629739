// The mappings that were kept under a name.
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { useActorName } from '~/platform/people';
import { IconButton } from '~/ui/control/Button';
import { showToast } from '~/ui/feedback/toasts';
import { Card } from '~/ui/layout/Card';
import { Confirm } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import { keepMapping, removeMapping, useMappings, useRefresh } from './api';
import classes from './imports.module.css';
import type { Kept } from './wire';

export function KeptMappings() {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const actorName = useActorName();
  const refresh = useRefresh();
  const { data } = useMappings();
  const [removing, setRemoving] = useState<Kept | null>(null);
  if (!data || data.items.length === 0) return null;
  const remove = (kept: Kept) => {
    setRemoving(null);
    removeMapping(kept)
      .then(() => {
        showToast(t('kept.removed', { name: kept.mapping.title }), {
          undo: () => void keepMapping(kept.mapping).finally(() => void refresh()),
        });
      })
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => void refresh());
  };
  return (
    <Card title={t('kept.title')} note={t('kept.note')}>
      <ul className={classes.rows}>
        {data.items.map((kept) => (
          <li key={kept.id}>
            <span className={classes.grow}>
              <strong dir="auto">{kept.mapping.title}</strong>
              <small>
                {t('kept.changed', {
                  day: formats.dateTime(kept.changed),
                  who: actorName(kept.changed_by),
                })}
              </small>
            </span>
            <IconButton
              label={t('kept.remove', { name: kept.mapping.title })}
              onClick={() => {
                setRemoving(kept);
              }}
            >
              <IconTrash aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {removing && (
        <Confirm
          open
          danger
          title={t('kept.remove', { name: removing.mapping.title })}
          text={t('kept.removeText')}
          action={t('kept.removeAction')}
          onConfirm={() => {
            remove(removing);
          }}
          onClose={() => {
            setRemoving(null);
          }}
        />
      )}
    </Card>
  );
}
