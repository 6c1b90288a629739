// How many more people say they use a channel than were seen there: a table for each question, a row for each segment.
import { useTranslation } from 'react-i18next';
import { ChannelName } from '~/platform/ChannelName';
import { useChannelNames } from '~/platform/channels';
import { Loaded } from '~/platform/Loaded';
import page from '~/platform/scope/scope.module.css';
import tables from '~/platform/scope/tables.module.css';
import { Notice } from '~/ui/feedback/Notice';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { type Gap, type Question, type Questionnaire, useGap, useSegments, type Wave } from './api';
import { inWords } from './words';
import classes from './voice.module.css';

export function GapCard({ questionnaire, wave }: { questionnaire: Questionnaire; wave: Wave }) {
  const { t } = useTranslation('voice');
  const query = useGap(wave.id);
  const asked = questionnaire.questions.filter(({ about }) => about !== 'opinion');
  if (asked.length === 0) return <Notice>{t('gap.nothing')}</Notice>;
  return (
    <Loaded query={query} lines={8}>
      {({ gaps, definition }) => (
        <>
          {asked.map((question) => (
            <OneQuestion
              key={question.code}
              question={question}
              gaps={gaps.filter((one) => one.question === question.code)}
            />
          ))}
          <Notice>{definition}</Notice>
        </>
      )}
    </Loaded>
  );
}

function OneQuestion({ question, gaps }: { question: Question; gaps: readonly Gap[] }) {
  const { t, i18n } = useTranslation('voice');
  const { data } = useSegments();
  const names = useChannelNames();
  const title = inWords(question.text, i18n.language);
  const segments = [...new Set(gaps.map(({ segment }) => segment ?? null))];
  const channels = [...new Set(gaps.map(({ channel }) => channel))];
  const nameOf = (id: string | null) =>
    id === null ? t('everybody') : (data?.items.find((one) => one.id === id)?.name ?? id);
  return (
    <Card title={title} note={t(`about.${question.about}`)}>
      <div className={page.wide} tabIndex={0} role="region" aria-label={title}>
        <table className={`${tables.figures} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('segment')}</th>
              <th scope="col">{t('gap.n')}</th>
              {channels.map((channel) => (
                <th key={channel} scope="col">
                  <ChannelName id={channel} channels={names} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {segments.map((segment) => {
              const row = gaps.filter((one) => (one.segment ?? null) === segment);
              return (
                <tr key={segment ?? ''}>
                  <th scope="row" dir="auto">
                    {nameOf(segment)}
                  </th>
                  <td>
                    <People gap={row[0]} />
                  </td>
                  {channels.map((channel) => (
                    <td key={channel}>
                      <OneGap gap={row.find((one) => one.channel === channel)} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function People({ gap }: { gap: Gap | undefined }) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  if (!gap) return '–';
  return (
    <>
      <b>{formats.number(gap.n)}</b>
      {gap.unseen > 0 && <span>{t('gap.unseen', { count: gap.unseen, number: formats.number(gap.unseen) })}</span>}
    </>
  );
}

// Of fewer than thirty only the range.
function OneGap({ gap }: { gap: Gap | undefined }) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  if (!gap || gap.n === 0) return '–';
  const points = (value: number) => formats.number(Math.round(100 * value));
  return (
    <>
      <b>{gap.gap == null ? t('few') : t('gap.points', { points: points(gap.gap) })}</b>
      <span>{t('gap.range', { low: points(gap.low), high: points(gap.high) })}</span>
      <span>{t('gap.sayDo', { said: formats.number(gap.said), did: formats.number(gap.did) })}</span>
    </>
  );
}
