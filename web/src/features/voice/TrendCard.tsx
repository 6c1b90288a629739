// What people said, wave by wave: each question with its choices, and the score of who recommends us.
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import page from '~/platform/scope/scope.module.css';
import tables from '~/platform/scope/tables.module.css';
import { Lines } from '~/ui/chart/Lines';
import { Notice } from '~/ui/feedback/Notice';
import { Card } from '~/ui/layout/Card';
import { useFormats } from '~/ui/text/locale';
import { type Part, type Question, type Questionnaire, type Recommended, useTrend, type WaveCount } from './api';
import { choicesOf, inWords } from './words';
import classes from './voice.module.css';

export function TrendCard({ questionnaire }: { questionnaire: Questionnaire }) {
  return (
    <Loaded query={useTrend(questionnaire.id)} lines={8}>
      {({ waves, definition }) => (
        <>
          {questionnaire.questions.map((question) => (
            <OneQuestion key={question.code} question={question} waves={waves} />
          ))}
          <Notice>{definition}</Notice>
        </>
      )}
    </Loaded>
  );
}

interface OneQuestionProps {
  question: Question;
  waves: readonly WaveCount[];
}

const countOf = (wave: WaveCount, question: Question) =>
  wave.questions.find((one) => one.question === question.code);

function OneQuestion({ question, waves }: OneQuestionProps) {
  const { t, i18n } = useTranslation('voice');
  const formats = useFormats();
  const title = inWords(question.text, i18n.language);
  const scored = question.asking === 'nps';
  const choices = choicesOf(question, i18n.language);
  return (
    <Card title={title}>
      {scored && waves.length > 1 && <Score question={question} waves={waves} />}
      <div className={page.wide} tabIndex={0} role="region" aria-label={title}>
        <table className={`${tables.figures} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('choice')}</th>
              {waves.map(({ number, begins }) => (
                <th key={number} scope="col">
                  {t('waveFrom', { number, day: formats.date(begins.slice(0, 10)) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('answered')}</th>
              {waves.map((wave) => (
                <td key={wave.number}>{formats.number(countOf(wave, question)?.n ?? 0)}</td>
              ))}
            </tr>
            {scored ? (
              <tr>
                <th scope="row">{t('nps')}</th>
                {waves.map((wave) => (
                  <td key={wave.number}>
                    <Nps of={countOf(wave, question)?.recommended} />
                  </td>
                ))}
              </tr>
            ) : (
              choices.map(({ value, label }) => (
                <tr key={value}>
                  <th scope="row" dir="auto">
                    {label}
                  </th>
                  {waves.map((wave) => (
                    <td key={wave.number}>
                      <Share of={countOf(wave, question)?.choices.find(({ choice }) => choice === value)} />
                    </td>
                  ))}
                </tr>
              ))
            )}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Score({ question, waves }: OneQuestionProps) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  return (
    <Lines
      label={t('nps')}
      height={160}
      names={waves.map(({ number, begins }) => ({
        short: String(number),
        long: t('waveFrom', { number, day: formats.date(begins.slice(0, 10)) }),
      }))}
      lines={[
        {
          id: 'score',
          name: t('nps'),
          series: 1,
          values: waves.map((wave) => countOf(wave, question)?.recommended?.score ?? null),
        },
      ]}
      axis={(value) => formats.number(value)}
      value={(value) => formats.number(Math.round(value))}
    />
  );
}

export function Nps({ of }: { of: Recommended | null | undefined }) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  if (!of || of.n === 0) return '–';
  const whole = (value: number) => formats.number(Math.round(value));
  return (
    <>
      <b>{of.score == null ? t('few') : whole(of.score)}</b>
      <span>{t('rangeOf', { low: whole(of.low), high: whole(of.high), n: formats.number(of.n) })}</span>
    </>
  );
}

function Share({ of }: { of: Part | undefined }) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  if (!of || of.n === 0) return '–';
  return (
    <>
      <b>{of.value == null ? t('few') : formats.percent(of.value)}</b>
      <span>
        {t('rangeOf', { low: formats.percent(of.low), high: formats.percent(of.high), n: formats.number(of.n) })}
      </span>
    </>
  );
}
