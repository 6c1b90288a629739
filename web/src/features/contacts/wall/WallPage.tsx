// The wall: how all teams do now and since the day began, who is there, and each conversation that waits or goes on, to
// listen in on and to move.
import { IconArrowsRightLeft, IconMessages } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '~/api';
import { Line } from '~/platform/line';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { managing, mayDo, useMe } from '~/platform/session';
import { IconButton } from '~/ui/control/Button';
import { Avatar } from '~/ui/control/Dot';
import { Tag } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { Card } from '~/ui/layout/Card';
import { PlainTable, type PlainColumn } from '~/ui/layout/PlainTable';
import { SidePanel, Split } from '~/ui/layout/SidePanel';
import { type Formats } from '~/ui/text/formats';
import { useFormats } from '~/ui/text/locale';
import { useContact, useTeamName } from '../api';
import { HandOnDialog } from '../desk/HandOnDialog';
import { Messages } from '../desk/Messages';
import { readWallSearch } from '../search';
import { duration, useClock } from '../time';
import type { Agent, Listed, TeamState } from '../wire';
import { kindIcons, stateTones } from '../words';
import classes from './wall.module.css';

const most = 100;
const togetherMs = 300;

// What happens anywhere is shown within a second, however much it is.
function useWallLine() {
  const cache = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      timer = undefined;
      void cache.invalidateQueries({ queryKey: ['said'] });
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => /^\/api\/v1\/contacts(\/wall)?$/.test(String(queryKey[1])),
      });
    };
    const line = new Line('/api/v1/live?topic=contacts', {
      hear: {
        fact: () => {
          timer ??= setTimeout(askAgain, togetherMs);
        },
      },
      onOpen: askAgain,
      onLost: () => undefined,
    });
    line.open();
    return () => {
      line.close();
      clearTimeout(timer);
    };
  }, [cache]);
}

const useThose = (state: 'waiting' | 'offered' | 'active') =>
  queries.useQuery('get', '/api/v1/contacts', { params: { query: { state, limit: most } } });

export default function WallPage() {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const { open } = readWallSearch(useSearch({ strict: false }));
  const wall = queries.useQuery('get', '/api/v1/contacts/wall', {}, { refetchInterval: 10_000 });
  useWallLine();
  const show = (id?: string) => void navigate({ to: '/desk/wall', search: id ? { open: id } : {} });
  return (
    <Page title={t('wall.title')} crumbs={[{ label: t('title'), to: '/desk' }]} width="full">
      <Split
        panel={
          open && (
            <Listening
              key={open}
              id={open}
              onClose={() => {
                show();
              }}
            />
          )
        }
      >
        <div className={classes.wall}>
          <Loaded query={wall} lines={8}>
            {({ teams, agents }) =>
              teams.length === 0 ? (
                <EmptyState icon={<IconMessages />} title={t('teams.noTeam')} />
              ) : (
                <>
                  <Teams teams={teams} />
                  <Going onOpen={show} />
                  <People agents={agents} />
                </>
              )
            }
          </Loaded>
        </div>
      </Split>
    </Page>
  );
}

const share = (formats: Formats, value: number | null | undefined) => (value == null ? '–' : formats.percent(value));
const seconds = (value: number | null | undefined) => (value == null ? '–' : duration(value * 1_000));

function Teams({ teams }: { teams: readonly TeamState[] }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  return (
    <ul className={classes.teams}>
      {teams.map((team) => {
        const now = [
          { label: t('wall.free'), shown: `${formats.number(team.free)} / ${formats.number(team.online)}` },
          { label: t('wall.waiting'), shown: formats.number(team.waiting), bad: team.waiting > team.free },
          { label: t('wall.longest'), shown: seconds(team.longest_wait_s) },
          { label: t('wall.active'), shown: formats.number(team.active) },
        ];
        const today = [
          { label: t('wall.contacts'), shown: formats.number(team.contacts) },
          { label: t('wall.level'), shown: share(formats, team.service_level) },
          { label: t('wall.answer'), shown: seconds(team.answer_s) },
          { label: t('wall.left'), shown: formats.number(team.abandoned) },
          { label: t('wall.handling'), shown: seconds(team.handling_s) },
          { label: t('wall.occupancy'), shown: share(formats, team.occupancy) },
        ];
        return (
          <li key={team.team}>
            <section aria-label={team.name} className={classes.team}>
              <header>
                <h2 dir="auto">{team.name}</h2>
                <Tag tone={team.opens ? 'good' : 'outline'} dot>
                  {t(isOpen(team) ? 'wall.open' : 'wall.closed')}
                </Tag>
              </header>
              <dl className={classes.now}>
                {now.map(({ label, shown, bad }) => (
                  <div key={label} data-bad={bad}>
                    <dt>{label}</dt>
                    <dd>{shown}</dd>
                  </div>
                ))}
              </dl>
              <dl className={classes.today} aria-label={t('wall.today')}>
                {today.map(({ label, shown }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{shown}</dd>
                  </div>
                ))}
              </dl>
            </section>
          </li>
        );
      })}
    </ul>
  );
}

const isOpen = ({ opens }: TeamState) => opens != null && Date.parse(opens) <= Date.now();

function Going({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation('contacts');
  const waiting = useThose('waiting');
  const offered = useThose('offered');
  const active = useThose('active');
  const all = [waiting, offered, active].flatMap(({ data }) => data?.items ?? []);
  return (
    <Card title={t('wall.going')}>
      {all.length === 0 ? (
        <p className={classes.quiet}>{t('wall.quiet')}</p>
      ) : (
        <ul className={classes.going}>
          {all.map((contact) => (
            <li key={contact.id}>
              <One contact={contact} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function One({ contact, onOpen }: { contact: Listed; onOpen: (id: string) => void }) {
  const { t } = useTranslation('contacts');
  const now = useClock();
  const teamName = useTeamName();
  const { id, kind, state, caller, team, created, answered } = contact;
  const Icon = kindIcons[kind];
  return (
    <button
      type="button"
      onClick={() => {
        onOpen(id);
      }}
    >
      <Icon aria-hidden />
      <strong dir="auto">{caller || t('nobody')}</strong>
      <small dir="auto">{teamName(team)}</small>
      <time>{duration(now - Date.parse(state !== 'active' ? created : (answered ?? created)))}</time>
      <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>
    </button>
  );
}

function People({ agents }: { agents: readonly Agent[] }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const teamName = useTeamName();
  const now = useClock();
  const columns: PlainColumn<Agent>[] = [
    {
      id: 'name',
      title: t('teams.person'),
      width: '32%',
      cell: ({ name }) => (
        <span className={classes.person}>
          <Avatar name={name} />
          <span dir="auto">{name}</span>
        </span>
      ),
    },
    { id: 'teams', title: t('teams.teams'), cell: ({ teams }) => formats.list(teams.map(teamName)) },
    {
      id: 'now',
      title: t('wall.now'),
      cell: ({ presence, reason, since }) =>
        `${presence === 'on_break' ? t(`breaks.${reason}`) : t(`presence.${presence}`)} · ${duration(now - Date.parse(since))}`,
    },
    {
      id: 'has',
      title: t('wall.has'),
      align: 'end',
      place: 'end',
      cell: ({ calls, chats, chats_most: room }) =>
        calls > 0 ? t('wall.calling') : t('wall.chats', { chats: formats.number(chats), room: formats.number(room) }),
    },
  ];
  return (
    <Card title={t('wall.people')}>
      {agents.length === 0 ? (
        <p className={classes.quiet}>{t('wall.nobody')}</p>
      ) : (
        <PlainTable label={t('wall.people')} columns={columns} rows={agents} rowId={({ user_id: id }) => id} />
      )}
    </Card>
  );
}

// Reading along stands in the trail, and is not seen by either side.
function Listening({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('contacts');
  const contact = useContact(id);
  const teamName = useTeamName();
  const me = useMe();
  const [moves, setMoves] = useState(false);
  const { caller, team, kind, state } = contact.data ?? {};
  const mayMove = mayDo(me, managing) && (state === 'waiting' || state === 'active' || state === 'offered');
  return (
    <SidePanel
      title={caller?.name || t('nobody')}
      sub={
        contact.data && (
          <>
            {state && <Tag tone={stateTones[state]}>{t(`states.${state}`)}</Tag>}
            <span>
              {kind && t(`kinds.${kind}`)} · {teamName(team ?? '')}
            </span>
          </>
        )
      }
      actions={
        mayMove && (
          <IconButton
            label={t('handOn.action')}
            onClick={() => {
              setMoves(true);
            }}
          >
            <IconArrowsRightLeft aria-hidden />
          </IconButton>
        )
      }
      footer={<p className={classes.quiet}>{t('wall.listening')}</p>}
      onClose={onClose}
    >
      <Loaded query={contact} lines={4}>
        {(one) => <Messages contact={one} reads={false} />}
      </Loaded>
      {moves && contact.data && (
        <HandOnDialog
          contact={contact.data}
          onClose={() => {
            setMoves(false);
          }}
        />
      )}
    </SidePanel>
  );
}

