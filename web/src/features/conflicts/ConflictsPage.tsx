// What channels contradict each other in, what is about most money first, with the open one beside the list.
import { IconArrowsDiff, IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { idOf } from '~/platform/gridList';
import { ListTable } from '~/platform/ListTable';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { FileLinks } from '~/platform/scope/FileLinks';
import { Button, IconButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { showToast } from '~/ui/feedback/toasts';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { conflictsKey, fileOf, look, useStanding } from './api';
import { ConflictPanel } from './panel/ConflictPanel';
import { RulesDialog } from './RulesDialog';
import { useConflictsSearch } from './search';
import { useList } from './useList';
import type { Standing } from './wire';
import classes from './conflicts.module.css';

export default function ConflictsPage() {
  const { t } = useTranslation('conflicts');
  const phone = usePhone();
  const { search, show } = useConflictsSearch();
  const list = useList();
  const query = useStanding();
  return (
    <Page
      title={t('title')}
      width="full"
      actions={
        query.data?.looked && (
          <>
            {!phone && <FileLinks of={(form) => fileOf(form, list.view)} />}
            <Look standing={query.data} />
            <IconButton
              label={t('rules.title')}
              onClick={() => {
                show({ rules: true });
              }}
            >
              <IconInfoCircle aria-hidden />
            </IconButton>
          </>
        )
      }
    >
      <Split
        panel={
          search.open && (
            <ConflictPanel
              key={search.open}
              id={search.open}
              ids={list.source.rows.map(idOf)}
              onOpen={(open) => {
                show({ open });
              }}
            />
          )
        }
      >
        <Loaded query={query} lines={12}>
          {(standing) => <Shown standing={standing} list={list} />}
        </Loaded>
      </Split>
      {search.rules && query.data && (
        <RulesDialog
          standing={query.data}
          onClose={() => {
            show({ rules: undefined });
          }}
        />
      )}
    </Page>
  );
}

function Shown({ standing, list }: { standing: Standing; list: ReturnType<typeof useList> }) {
  const { t } = useTranslation('conflicts');
  const { search, show } = useConflictsSearch();
  const ever = standing.rules.some(({ open, accepted, resolved }) => open + accepted + resolved > 0);
  if (!standing.looked)
    return (
      <EmptyState icon={<IconArrowsDiff />} title={t('never.title')} text={t('never.text')}>
        <Look standing={standing} />
      </EmptyState>
    );
  if (!ever) return <EmptyState icon={<IconArrowsDiff />} title={t('none.title')} text={t('none.text')} />;
  return (
    <>
      <Summary standing={standing} />
      <ListTable
        list={list}
        words={{
          label: t('title'),
          all: t('open'),
          search: t('search'),
          nothing: t('nothing.title'),
          nothingText: t('nothing.text'),
          reset: t('nothing.reset'),
          count: (count, number) => t('count', { count, number }),
        }}
        openId={search.open}
        onOpen={(open) => {
          show({ open });
        }}
      />
    </>
  );
}

// What the open ones are about, and when was looked.
function Summary({ standing: { rules, currency, looked } }: { standing: Standing }) {
  const { t } = useTranslation('conflicts');
  const formats = useFormats();
  const found = rules.filter(({ open }) => open > 0);
  return (
    <p className={classes.summary} role="status">
      {found.map(({ kind, open, stake }) => (
        <span key={kind}>
          <b>{t(`kinds.${kind}`)}</b> {formats.number(open)}
          {Number(stake) > 0 && ` · ${formats.money(stake, currency, true)}`}
        </span>
      ))}
      {looked && <span>{t('looked', { moment: formats.dateTime(looked) })}</span>}
    </p>
  );
}

function Look({ standing }: { standing: Standing }) {
  const { t } = useTranslation('conflicts');
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const begin = () => {
    setBusy(true);
    look()
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => {
        setBusy(false);
        void cache.invalidateQueries({ queryKey: ['get', '/api/v1/conflicts/standing'] });
        void cache.invalidateQueries({ queryKey: conflictsKey });
      });
  };
  return (
    <Button
      look={standing.looked ? 'normal' : 'primary'}
      icon={<IconRefresh aria-hidden />}
      busy={busy || Boolean(standing.looking)}
      onClick={begin}
    >
      {t('look')}
    </Button>
  );
}
