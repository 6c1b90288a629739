// What a shop told that did not fit, with why; to be tried again or dropped.
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { Loaded } from '~/platform/Loaded';
import { IconButton } from '~/ui/control/Button';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from '../connectors.module.css';
import { dropKept, tryKept, useAct, useKept, type Kept, type Link } from './api';

export function LinkKept({ link }: { link: Link }) {
  const { t, busy, act } = useAct();
  const formats = useFormats();
  const kept = useKept(link.id);
  const columns: PlainColumn<Kept>[] = [
    {
      id: 'what',
      title: t('links.what'),
      width: '38%',
      cell: ({ topic, subject, received }) => (
        <NameCell name={t('links.about', { topic, subject })} below={formats.dateTime(received)} />
      ),
    },
    {
      id: 'why',
      title: t('links.health'),
      cell: ({ message }) => <span className={classes.quiet}>{message}</span>,
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
            label={t('links.tryAgainFor', { what: one.subject })}
            disabled={busy}
            onClick={() => {
              act(() => tryKept(one), t('links.tried'));
            }}
          >
            <IconRefresh aria-hidden />
          </IconButton>
          <IconButton
            label={t('links.dropFor', { what: one.subject })}
            disabled={busy}
            onClick={() => {
              act(() => dropKept(one), t('links.dropDone'));
            }}
          >
            <IconTrash aria-hidden />
          </IconButton>
        </span>
      ),
    },
  ];
  return (
    <Section title={t('links.kept')} note={link.kept > 0 ? formats.number(link.kept) : undefined}>
      <Loaded query={kept} lines={2}>
        {({ items }) =>
          items.length > 0 ? (
            <PlainTable label={t('links.kept')} columns={columns} rows={items} rowId={({ id }) => id} />
          ) : (
            <p className={classes.quiet}>{t('links.keptNone')}</p>
          )
        }
      </Loaded>
    </Section>
  );
}
