// Who changed what and when, and the way back to how it was.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '~/platform/edit';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { channelsKey, matrixKey, oneKey, readChannel, restoreChannel, useHistory } from '../api';
import { type Entry, changedFields, versionOf } from '../history';
import type { View } from '../wire';
import classes from './panel.module.css';

export function History({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('history.title')}>
      {open ? (
        <Entries channel={channel} />
      ) : (
        <div>
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('history.show')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Entries({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useEdit();
  const { id } = channel;
  const restore = (version: number) => {
    const before = channel.version;
    const go = async (to: number) => restoreChannel(id, (await readChannel(id)).version, to);
    void edit({
      says: t('history.restored', { version }),
      shows: [channelsKey, oneKey(id), matrixKey, ['get', '/api/v1/channels/{id}/history']],
      lane: id,
      send: () => go(version),
      undo: () => go(before),
    });
  };
  return (
    <Loaded query={useHistory(id)} lines={3}>
      {({ items }) => (
        <ol className={classes.history}>
          {items.map((entry) => (
            <EntryLine
              key={entry.id}
              entry={entry}
              now={versionOf(entry) === channel.version}
              onRestore={restore}
            />
          ))}
        </ol>
      )}
    </Loaded>
  );
}

interface EntryLineProps {
  entry: Entry;
  now: boolean;
  onRestore: (version: number) => void;
}

function EntryLine({ entry, now, onRestore }: EntryLineProps) {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const version = versionOf(entry);
  const fields = changedFields(entry).map((field) => t(`fields.${field}`));
  const what = entry.before
    ? fields.length > 0
      ? t('history.changedFields', { fields: formats.list(fields) })
      : t('history.changedPlain')
    : t('history.added');
  return (
    <li className={classes.historyLine}>
      <span>
        {what}
        <br />
        <span className={classes.sub}>
          {t('history.by', {
            who: entry.actor_name ?? t('history.program'),
            when: formats.dateTime(entry.ts),
          })}
        </span>
      </span>
      {now ? (
        <span className={classes.sub}>{t('history.now')}</span>
      ) : (
        version !== undefined && (
          <Button
            look="quiet"
            onClick={() => {
              onRestore(version);
            }}
          >
            {t('history.restore')}
          </Button>
        )
      )}
    </li>
  );
}
