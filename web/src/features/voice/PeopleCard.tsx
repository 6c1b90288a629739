// Each answer beside what that person was seen to do in the days before the wave.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { Card } from '~/ui/layout/Card';
import { PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { type Person, type Questionnaire, type Said, usePeople, type Wave } from './api';
import { choicesOf, inWords } from './words';
import classes from './voice.module.css';

export function PeopleCard({ questionnaire, wave }: { questionnaire: Questionnaire; wave: Wave }) {
  const { t } = useTranslation('voice');
  const query = usePeople(wave.id);
  return (
    <Card title={t('tabs.people')} note={t('people.note', { count: questionnaire.seen_days })}>
      <Loaded query={query} lines={8}>
        {({ pages }) => (
          <>
            <PlainTable
              label={t('tabs.people')}
              rows={pages.flatMap(({ items }) => items)}
              rowId={({ customer }) => customer}
              columns={[
                { id: 'who', title: t('people.who'), cell: (one) => <Who person={one} />, width: '22%' },
                {
                  id: 'said',
                  title: t('people.said'),
                  cell: ({ said }) => <SaidOf said={said} questionnaire={questionnaire} />,
                },
                { id: 'seen', title: t('people.seen'), cell: ({ seen }) => <SeenOf seen={seen} />, width: '30%' },
              ]}
            />
            {query.hasNextPage && (
              <Button look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Who({ person }: { person: Person }) {
  const formats = useFormats();
  return (
    <>
      <Link to="/customers" search={{ open: person.customer }} dir="auto">
        {person.label ?? person.customer}
      </Link>
      <small className={classes.small}>{formats.dateTime(person.answered)}</small>
    </>
  );
}

function SaidOf({ said, questionnaire }: { said: readonly Said[]; questionnaire: Questionnaire }) {
  const { i18n } = useTranslation('voice');
  return (
    <dl className={classes.said}>
      {questionnaire.questions.map((question) => {
        const one = said.find(({ question: code }) => code === question.code);
        if (!one) return null;
        const labels = new Map(choicesOf(question, i18n.language).map(({ value, label }) => [value, label]));
        return (
          <div key={question.code}>
            <dt>{inWords(question.text, i18n.language)}</dt>
            <dd dir="auto">{one.words || one.choices.map((choice) => labels.get(choice) ?? choice).join(', ')}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function SeenOf({ seen }: { seen: Person['seen'] }) {
  const { t } = useTranslation('voice');
  const names = useChannelNames();
  const formats = useFormats();
  if (seen.length === 0) return t('people.nothing');
  return (
    <ul className={classes.seen}>
      {seen.map(({ channel, events, orders }) => (
        <li key={channel}>
          <ChannelName id={channel} channels={names} />
          <small className={classes.small}>
            {t('people.did', { events: formats.number(events), orders: formats.number(orders) })}
          </small>
        </li>
      ))}
    </ul>
  );
}
