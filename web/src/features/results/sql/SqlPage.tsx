// Questions in SQL for analysts: one SELECT over the published views, its answer as a grid and a file.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '~/api';
import { messageOf, problemOf } from '~/api/problem';
import { useActions } from '~/platform/actions';
import { Page } from '~/platform/Page';
import { useViewsOf } from '~/platform/savedViews';
import { useMe } from '~/platform/session';
import { EmptyState } from '~/ui/feedback/State';
import { StateTabs } from '~/ui/grid/ViewTabs';
import { Answer, type Answered } from './Answer';
import { askedBefore, keepAsked } from './asked';
import { Editor } from './Editor';
import { examples } from './examples';
import { type Question, readQuestion, useSqlSearch } from './search';
import { Views } from './Views';
import classes from './sql.module.css';

const mostRows = 10_000;
const same = (a: Question, b: Question) => a.sql.trim() === b.sql.trim();

export default function SqlPage() {
  const { t } = useTranslation('results');
  const field = useRef<HTMLTextAreaElement>(null);
  const [sql, setSql] = useWritten();
  const asking = useAsking();
  useActions([
    {
      id: 'sql.write',
      label: () => t('sql.question'),
      group: 'do',
      keys: 'e',
      run: () => field.current?.focus(),
    },
  ]);
  // Where the cursor stands, as if it were typed.
  const write = (name: string) => {
    field.current?.focus();
    document.execCommand('insertText', false, name);
  };
  return (
    <Page title={t('sql.title')} width="full">
      <SavedQuestions sql={sql} onSql={setSql} />
      <div className={classes.frame}>
        <Views onName={write} />
        <div className={classes.work}>
          <Editor
            field={field}
            sql={sql}
            onChange={setSql}
            onAsk={() => {
              asking.ask(sql);
            }}
            onStop={asking.stop}
            busy={asking.busy}
            problem={asking.problem}
            before={asking.before}
            examples={(['months', 'happens', 'buyers'] as const).map((id) => ({
              id,
              label: t(`sql.example.${id}`),
              sql: examples[id],
            }))}
          />
          {asking.answered ? (
            <Answer key={asking.answered.ms} {...asking.answered} />
          ) : (
            <EmptyState title={t('sql.start')} text={t('sql.startText')} />
          )}
        </div>
      </div>
    </Page>
  );
}

// What stands in the editor; Back and Forward write there what was asked then.
function useWritten() {
  const { search } = useSqlSearch();
  const asked = search.sql ?? '';
  const [sql, setSql] = useState(asked);
  const [seen, setSeen] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    setSql(asked);
  }
  return [sql, setSql] as const;
}

function useAsking() {
  const { search, show } = useSqlSearch();
  const [answered, setAnswered] = useState<Answered>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { id } = useMe();
  const [before, setBefore] = useState(() => askedBefore(id));
  // The server stops a question when nobody waits for its answer any more.
  const asked = useRef<AbortController>(null);
  const stop = () => {
    asked.current?.abort();
  };
  useEffect(() => stop, []);
  const ask = (sql: string) => {
    if (busy || sql.trim() === '') return;
    const began = performance.now();
    const control = new AbortController();
    asked.current = control;
    setBusy(true);
    setProblem(undefined);
    show({ ...search, sql });
    data(api.POST('/api/v1/measures/sql', { body: { sql, limit: mostRows }, signal: control.signal }))
      .then((reply) => {
        setAnswered({ reply, ms: Math.round(performance.now() - began) });
        setBefore(keepAsked(id, sql));
      })
      .catch((error: unknown) => {
        if (!control.signal.aborted) setProblem(messageOf(problemOf(error)));
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return { answered, problem, busy, before, ask, stop };
}

const start: Question = { sql: '' };

function SavedQuestions({ sql, onSql }: { sql: string; onSql: (sql: string) => void }) {
  const { t } = useTranslation('results');
  const { search, show } = useSqlSearch();
  const views = useViewsOf('sql', readQuestion);
  return (
    <StateTabs<Question>
      allTitle={t('sql.new')}
      start={start}
      saved={views.saved}
      activeId={search.saved ?? ''}
      view={{ sql }}
      same={same}
      onView={(next) => {
        onSql(next.sql);
      }}
      onChoose={(id, next) => {
        onSql(next.sql);
        show(id ? { ...next, saved: id } : {});
      }}
      onCreate={(name, shared, made) => {
        void views.create(name, shared, made).then((id) => {
          if (id) show({ ...made, saved: id });
        });
      }}
      onUpdate={views.update}
      onDelete={(gone) => {
        views.remove(gone);
        show({ sql });
      }}
    />
  );
}
