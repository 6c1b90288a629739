// Who handles contacts: teams, their people, the days on which they are closed, and answers that are ready.
import { IconPlus, IconX } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import fields from '~/platform/fields.module.css';
import { useForm } from '~/platform/form';
import { FormMessage } from '~/platform/FormMessage';
import { Loaded } from '~/platform/Loaded';
import { SettingsPage } from '~/platform/settings';
import { Button, IconButton } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { DateField } from '~/ui/form/DateField';
import { TextField } from '~/ui/form/TextField';
import { Card } from '~/ui/layout/Card';
import { NameCell } from '~/ui/layout/NameCell';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { useState } from 'react';
import { useAgents, useRefresh, useTeamName, useTeams } from '../api';
import { readTeamsSearch, type TeamsSearch } from '../search';
import { useAct } from '../useAct';
import type { Agent, Answer, Team } from '../wire';
import { AgentDialog } from './AgentDialog';
import { AnswerDialog } from './AnswerDialog';
import { removeHoliday, setHoliday, useAnswers, useHolidays } from './api';
import { TeamDialog } from './TeamDialog';
import classes from './teams.module.css';

function useTeamsSearch() {
  const navigate = useNavigate();
  return {
    search: readTeamsSearch(useSearch({ strict: false })),
    show: (search: TeamsSearch) => void navigate({ to: '/settings/teams', search }),
  };
}

export default function TeamsPage() {
  const { t } = useTranslation('contacts');
  const { search, show } = useTeamsSearch();
  const close = () => {
    show({});
  };
  return (
    <SettingsPage title={t('teams.title')}>
      <div className={classes.page}>
        <Teams />
        <Agents />
        <Answers />
        <Holidays />
      </div>
      {search.team && <TeamDialog key={search.team} id={search.team} onClose={close} />}
      {search.agent && <AgentDialog key={search.agent} user={search.agent} onClose={close} />}
      {search.answer && <AnswerDialog key={search.answer} id={search.answer} onClose={close} />}
    </SettingsPage>
  );
}

function Add({ search, label }: { search: TeamsSearch; label: string }) {
  const { show } = useTeamsSearch();
  return (
    <Button
      icon={<IconPlus aria-hidden />}
      onClick={() => {
        show(search);
      }}
    >
      {label}
    </Button>
  );
}

function Active({ active }: { active: boolean }) {
  const { t } = useTranslation('contacts');
  return (
    <Tag tone={active ? 'good' : 'outline'} dot={active}>
      {t(active ? 'teams.active' : 'teams.stopped')}
    </Tag>
  );
}

function Teams() {
  const { t } = useTranslation('contacts');
  const channels = useChannelNames();
  const formats = useFormats();
  const { show } = useTeamsSearch();
  const teams = useTeams();
  const columns: PlainColumn<Team>[] = [
    {
      id: 'name',
      title: t('teams.name'),
      width: '40%',
      cell: ({ id, name, skills }) => (
        <NameCell
          name={name}
          below={skills.join(', ')}
          onOpen={() => {
            show({ team: id });
          }}
        />
      ),
    },
    { id: 'channel', title: t('teams.channel'), cell: ({ channel }) => channels.nameOf(channel) },
    {
      id: 'answer',
      title: t('teams.answer'),
      align: 'end',
      cell: ({ answer_s: seconds }) => t('seconds', { count: seconds, number: formats.number(seconds) }),
    },
    { id: 'state', title: t('teams.state'), place: 'end', cell: ({ active }) => <Active active={active} /> },
  ];
  return (
    <Card title={t('teams.teams')} actions={<Add search={{ team: 'new' }} label={t('teams.newTeam')} />}>
      <Loaded query={teams} lines={2}>
        {({ items }) =>
          items.length > 0 ? (
            <PlainTable label={t('teams.teams')} columns={columns} rows={items} rowId={({ id }) => id} />
          ) : (
            <p className={fields.note}>{t('teams.noTeam')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}

function Agents() {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const teamName = useTeamName();
  const { show } = useTeamsSearch();
  const agents = useAgents();
  const columns: PlainColumn<Agent>[] = [
    {
      id: 'name',
      title: t('teams.person'),
      width: '40%',
      cell: ({ user_id: user, name, teams }) => (
        <NameCell
          name={name}
          below={formats.list(teams.map(teamName))}
          onOpen={() => {
            show({ agent: user });
          }}
        />
      ),
    },
    { id: 'skills', title: t('teams.skills'), cell: ({ skills }) => skills.join(', ') },
    { id: 'chats', title: t('teams.chats'), align: 'end', cell: ({ chats_most: most }) => formats.number(most) },
    { id: 'state', title: t('teams.state'), place: 'end', cell: ({ active }) => <Active active={active} /> },
  ];
  return (
    <Card title={t('teams.people')} actions={<Add search={{ agent: 'new' }} label={t('teams.newPerson')} />}>
      <Loaded query={agents} lines={2}>
        {({ items }) =>
          items.length > 0 ? (
            <PlainTable label={t('teams.people')} columns={columns} rows={items} rowId={({ user_id: id }) => id} />
          ) : (
            <p className={fields.note}>{t('teams.noPerson')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}

function Answers() {
  const { t } = useTranslation('contacts');
  const { show } = useTeamsSearch();
  const answers = useAnswers();
  const columns: PlainColumn<Answer>[] = [
    {
      id: 'title',
      title: t('teams.answerTitle'),
      width: '40%',
      cell: ({ id, title, code }) => (
        <NameCell
          name={title}
          below={`/${code}`}
          onOpen={() => {
            show({ answer: id });
          }}
        />
      ),
    },
    { id: 'text', title: t('teams.answerText'), cell: ({ text }) => <span className={classes.text}>{text}</span> },
  ];
  return (
    <Card title={t('answers.title')} actions={<Add search={{ answer: 'new' }} label={t('teams.newAnswer')} />}>
      <Loaded query={answers} lines={2}>
        {({ items }) =>
          items.length > 0 ? (
            <PlainTable label={t('answers.title')} columns={columns} rows={items} rowId={({ id }) => id} />
          ) : (
            <p className={fields.note}>{t('teams.noAnswer')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}

function Holidays() {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const holidays = useHolidays();
  const refresh = useRefresh();
  const { act } = useAct();
  const [day, setDay] = useState('');
  const [added, setAdded] = useState(0);
  const form = useForm(async (value) => {
    await setHoliday(day, value('name')).finally(() => void refresh());
    setAdded(added + 1);
    setDay('');
  });
  return (
    <Card title={t('teams.holidays')} note={t('teams.holidaysNote')}>
      <Loaded query={holidays} lines={2}>
        {({ items }) => (
          <ul className={classes.days}>
            {items.map(({ day: one, name }) => (
              <li key={one}>
                <span dir="auto">{name}</span>
                <time dateTime={one}>{formats.date(one)}</time>
                <IconButton label={t('teams.removeHoliday', { name })} onClick={() => void act(() => removeHoliday(one))}>
                  <IconX aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <form key={added} className={classes.add} onSubmit={form.submit} noValidate>
        <DateField label={t('teams.day')} onChange={setDay} error={form.errors['day']} />
        <TextField label={t('teams.holiday')} name="name" maxLength={120} error={form.errors['name']} autoComplete="off" />
        <Button type="submit" busy={form.busy} disabled={day === ''}>
          {t('teams.addHoliday')}
        </Button>
        <FormMessage form={form} />
      </form>
    </Card>
  );
}
