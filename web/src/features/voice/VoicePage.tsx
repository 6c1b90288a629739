// What customers say when they are asked: a questionnaire, one of its waves, and beside what they say what the same
// people did.
import { IconMessageQuestion, IconPlus, IconSettings, IconUserPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { csvOf } from '~/platform/csv';
import { Loaded } from '~/platform/Loaded';
import { saveFile } from '~/ui/saveFile';
import { AnswersPage, AnswerTabs } from '~/platform/scope/AnswersPage';
import { FileLinks } from '~/platform/scope/FileLinks';
import scope from '~/platform/scope/scope.module.css';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { EmptyState } from '~/ui/feedback/State';
import { showToast } from '~/ui/feedback/toasts';
import { Select } from '~/ui/form/Select';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { beginWave, fileOf, type Link, makeLinks, type Questionnaire, useQuestionnaires, type Wave } from './api';
import { GapCard } from './GapCard';
import { InviteDialog } from './InviteDialog';
import { PanelCard } from './PanelCard';
import { PeopleCard } from './PeopleCard';
import { QuestionnaireDialog } from './QuestionnaireDialog';
import { tabs, useVoiceSearch } from './search';
import { SettingsDialog } from './SettingsDialog';
import { TrendCard } from './TrendCard';
import { inWords } from './words';

export default function VoicePage() {
  const { t } = useTranslation('voice');
  const query = useQuestionnaires();
  const { search } = useVoiceSearch();
  const all = query.data?.items ?? [];
  const chosen = all.find(({ code }) => code === search.of) ?? all[0];
  const wave = chosen?.waves.find(({ number }) => number === search.wave) ?? chosen?.waves[0];
  return (
    <AnswersPage
      title={t('title')}
      actions={<Actions chosen={chosen} wave={wave} />}
      bar={chosen && <Bar all={all} chosen={chosen} wave={wave} />}
    >
      <Loaded query={query} lines={8}>
        {() => <Shown chosen={chosen} wave={wave} />}
      </Loaded>
      <OpenDialog chosen={chosen} />
    </AnswersPage>
  );
}

interface OfWave {
  chosen: Questionnaire | undefined;
  wave: Wave | undefined;
}

function useMayAsk() {
  return mayDo(useMe(), managing);
}

function Actions({ chosen, wave }: OfWave) {
  const { t } = useTranslation('voice');
  const { show } = useVoiceSearch();
  const phone = usePhone();
  if (!useMayAsk()) return null;
  const opens = [
    { dialog: 'invite', label: t('invite.open'), icon: <IconUserPlus aria-hidden /> },
    { dialog: 'new', label: t('new.open'), icon: <IconPlus aria-hidden /> },
  ] as const;
  return (
    <>
      {opens.map(({ dialog, label, icon }) => {
        const open = () => {
          show({ dialog });
        };
        return phone ? (
          <IconButton key={dialog} label={label} onClick={open}>
            {icon}
          </IconButton>
        ) : (
          <Button key={dialog} icon={icon} onClick={open}>
            {label}
          </Button>
        );
      })}
      {chosen && !phone && <Asking chosen={chosen} wave={wave} />}
    </>
  );
}

// A wave begins, or links of the one that is open are made.
function Asking({ chosen, wave }: { chosen: Questionnaire; wave: Wave | undefined }) {
  const { t } = useTranslation('voice');
  const cache = useQueryClient();
  const { show } = useVoiceSearch();
  const [busy, setBusy] = useState(false);
  const [now] = useState(() => new Date().toISOString());
  const last = chosen.waves[0];
  const open = last !== undefined && last.ends > now;
  const run = (act: () => Promise<unknown>) => {
    setBusy(true);
    act()
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => {
        setBusy(false);
        void cache.invalidateQueries({ queryKey: ['get', '/api/v1/panel/questionnaires'] });
      });
  };
  if (!open)
    return (
      <Button
        look="primary"
        busy={busy}
        onClick={() => {
          run(async () => {
            const { number } = await beginWave(chosen.id);
            show({ wave: number });
          });
        }}
      >
        {t('begin')}
      </Button>
    );
  if (wave !== last) return null;
  return (
    <Button
      look="primary"
      busy={busy}
      onClick={() => {
        run(async () => {
          const { items } = await makeLinks(last.id, last.asked === 0 ? 'due' : 'silent');
          saveLinks(chosen.code, items);
          showToast(t('links.saved', { count: items.length }));
        });
      }}
    >
      {t('links.make')}
    </Button>
  );
}

const saveLinks = (code: string, links: readonly Link[]) => {
  saveFile(
    `${code}-links.csv`,
    'text/csv',
    csvOf(
      ['address', 'kind', 'link', 'expires'],
      links.map(({ address, sort, path, expires }) => [address, sort, window.location.origin + path, expires]),
    ),
  );
};

function Bar({ all, chosen, wave }: { all: readonly Questionnaire[]; chosen: Questionnaire; wave: Wave | undefined }) {
  const { t, i18n } = useTranslation('voice');
  const formats = useFormats();
  const { search, show } = useVoiceSearch();
  const tab = search.tab ?? 'gap';
  const [phone, mayAsk] = [usePhone(), useMayAsk()];
  return (
    <div className={scope.bar}>
      <div className={scope.choice}>
        <Select
          label={t('questionnaire')}
          labelHidden
          value={chosen.code}
          options={all.map(({ code, title }) => ({ value: code, label: inWords(title, i18n.language) }))}
          onChange={(of) => {
            show({ of, wave: undefined });
          }}
        />
      </div>
      {wave && (
        <div className={scope.choice}>
          <Select
            label={t('wave')}
            labelHidden
            value={String(wave.number)}
            options={chosen.waves.map(({ number, begins, ends }) => ({
              value: String(number),
              label: t('waveOf', { number, range: formats.range(begins.slice(0, 10), ends.slice(0, 10)) }),
            }))}
            onChange={(number) => {
              show({ wave: Number(number) });
            }}
          />
        </div>
      )}
      <IconButton
        label={t('settings.title')}
        onClick={() => {
          show({ dialog: 'settings' });
        }}
      >
        <IconSettings aria-hidden />
      </IconButton>
      {phone && mayAsk && <Asking chosen={chosen} wave={wave} />}
      {wave && tab === 'trend' && <FileLinks of={(form) => fileOf('trend', chosen.id, form)} />}
      {wave && tab === 'gap' && <FileLinks of={(form) => fileOf('gap', wave.id, form)} />}
      {wave && tab === 'people' && <FileLinks of={(form) => fileOf('answers', wave.id, form)} />}
    </div>
  );
}

function Shown({ chosen, wave }: OfWave) {
  const { t } = useTranslation('voice');
  const { search, show } = useVoiceSearch();
  const tab = search.tab ?? 'gap';
  if (!chosen)
    return <EmptyState icon={<IconMessageQuestion />} title={t('none.title')} text={t('none.text')} />;
  return (
    <>
      <AnswerTabs
        label={t('show')}
        tabs={tabs.map((id) => ({ id, label: t(`tabs.${id}`) }))}
        value={tab}
        onChange={(to) => {
          show({ tab: to });
        }}
      />
      {wave && <Going wave={wave} />}
      {tab === 'panel' ? <PanelCard /> : <OfOneWave chosen={chosen} wave={wave} />}
    </>
  );
}

function OfOneWave({ chosen, wave }: { chosen: Questionnaire; wave: Wave | undefined }): ReactNode {
  const { t } = useTranslation('voice');
  const { search } = useVoiceSearch();
  if (!wave)
    return <EmptyState icon={<IconMessageQuestion />} title={t('noWave.title')} text={t('noWave.text')} />;
  switch (search.tab ?? 'gap') {
    case 'trend':
      return <TrendCard questionnaire={chosen} />;
    case 'people':
      return <PeopleCard questionnaire={chosen} wave={wave} />;
    default:
      return <GapCard questionnaire={chosen} wave={wave} />;
  }
}

function Going({ wave }: { wave: Wave }) {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  return (
    <p role="status">
      {t('going', {
        invited: formats.number(wave.invited),
        asked: formats.number(wave.asked),
        answered: formats.number(wave.answered),
        until: formats.dateTime(wave.ends),
      })}
    </p>
  );
}

function OpenDialog({ chosen }: { chosen: Questionnaire | undefined }) {
  const { search, show } = useVoiceSearch();
  const close = () => {
    show({ dialog: undefined });
  };
  if (search.dialog === 'invite') return <InviteDialog onClose={close} />;
  if (search.dialog === 'new') return <QuestionnaireDialog onClose={close} />;
  if (search.dialog === 'settings' && chosen)
    return <SettingsDialog questionnaire={chosen} onClose={close} />;
  return null;
}
