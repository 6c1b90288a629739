// What a shop is still to be told, the riskiest first, and what was given up, with why.
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { Loaded } from '~/platform/Loaded';
import { Button, IconButton } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from '../connectors.module.css';
import { dropQueued, tellAll, tellNow, useAct, useQueue, type Link, type Queued } from './api';

export function LinkQueue({ link }: { link: Link }) {
  const { t, busy, act } = useAct();
  const formats = useFormats();
  const { waiting, failed, absent } = link.outgoing;
  const waits = useQueue(link.id, false);
  const gaveUp = useQueue(link.id, true);
  const all = (
    <Button
      busy={busy}
      onClick={() => {
        act(() => tellAll(link.id), t('links.allDone'));
      }}
    >
      {t('links.all')}
    </Button>
  );
  return (
    <Section title={t('links.queue')} note={waiting > 0 ? formats.number(waiting) : undefined} action={all}>
      <Loaded query={waits} lines={2}>
        {({ items }) =>
          items.length > 0 ? (
            <QueueTable label={t('links.queue')} link={link} rows={items} />
          ) : (
            <p className={classes.quiet}>{t('links.queueNone')}</p>
          )
        }
      </Loaded>
      {failed > 0 && gaveUp.data && (
        <QueueTable label={t('links.failed')} link={link} rows={gaveUp.data.items} />
      )}
      {absent > 0 && <p className={classes.quiet}>{t('links.absent', { count: absent })}</p>}
    </Section>
  );
}

function QueueTable({ label, link, rows }: { label: string; link: Link; rows: readonly Queued[] }) {
  const { t, busy, act } = useAct();
  const formats = useFormats();
  const columns: PlainColumn<Queued>[] = [
    {
      id: 'sku',
      title: t('links.what'),
      width: '38%',
      cell: ({ sku, name, kind }) => <NameCell name={sku} below={`${t(`links.kinds.${kind}`)} · ${name}`} />,
    },
    {
      id: 'why',
      title: t('links.health'),
      cell: ({ message, risk, standing }) => (
        <span className={classes.quiet}>
          {standing === 'failed' && <Tag tone="bad">{t('links.failed')}</Tag>}{' '}
          {message || (risk > 0 ? t('links.risk', { pieces: formats.number(risk, 1) }) : '')}
        </span>
      ),
    },
    {
      id: 'acts',
      title: '',
      width: '96px',
      place: 'end',
      align: 'end',
      cell: (one) => (
        <span className={classes.acts}>
          <IconButton
            label={t('links.againFor', { what: one.sku })}
            disabled={busy}
            onClick={() => {
              act(() => tellNow(link.id, one), t('links.againDone'));
            }}
          >
            <IconRefresh aria-hidden />
          </IconButton>
          <IconButton
            label={t('links.dropFor', { what: one.sku })}
            disabled={busy}
            onClick={() => {
              act(() => dropQueued(link.id, one), t('links.dropDone'));
            }}
          >
            <IconTrash aria-hidden />
          </IconButton>
        </span>
      ),
    },
  ];
  return (
    <PlainTable label={label} columns={columns} rows={rows} rowId={({ kind, variant }) => `${kind} ${variant}`} />
  );
}
