// The last calls to a shop, and how they went.
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { Tag } from '~/ui/control/Tag';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import classes from '../connectors.module.css';
import { useCalls, type Made } from './api';

const kinds = ['look_up', 'stock', 'price'] as const;

export function LinkCalls({ id }: { id: string }) {
  const { t } = useTranslation('connectors');
  const formats = useFormats();
  const calls = useCalls(id);
  const nameOf = (what: string) => {
    const kind = kinds.find((one) => one === what);
    return kind ? t(`links.whats.${kind}`) : what;
  };
  const columns: PlainColumn<Made>[] = [
    {
      id: 'what',
      title: t('links.what'),
      width: '38%',
      cell: ({ what, moment }) => <NameCell name={nameOf(what)} below={formats.dateTime(moment)} />,
    },
    {
      id: 'things',
      title: t('links.howMany'),
      cell: ({ things, took_ms: took }) => (
        <span className={classes.quiet}>
          {t('links.things', { count: things })} {t('links.took', { ms: formats.number(took) })}
        </span>
      ),
    },
    {
      id: 'how',
      title: t('links.health'),
      place: 'end',
      cell: ({ why, message }) => (
        <Tag tone={why ? 'bad' : 'good'} dot>
          {why ? message : t('links.well')}
        </Tag>
      ),
    },
  ];
  return (
    <Section title={t('links.calls')}>
      <Loaded query={calls} lines={2}>
        {({ items }) =>
          items.length > 0 ? (
            <PlainTable label={t('links.calls')} columns={columns} rows={items} rowId={(one) => one.id} />
          ) : (
            <p className={classes.quiet}>{t('links.callsNone')}</p>
          )
        }
      </Loaded>
    </Section>
  );
}
