// Appointments of a week, day by day: who is called, received or visited when; booked, moved, kept or missed.
import { IconCalendarEvent, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { Page } from '~/platform/Page';
import { usePeople } from '~/platform/people';
import { addDays, startOf } from '~/platform/period';
import { useToday } from '~/platform/useToday';
import { Button, IconButton } from '~/ui/control/Button';
import { Tag, type Tone } from '~/ui/control/Tag';
import { EmptyState } from '~/ui/feedback/State';
import { Select } from '~/ui/form/Select';
import { Card } from '~/ui/layout/Card';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useTeams } from '../api';
import { readAppointmentsSearch } from '../search';
import { useClock } from '../time';
import { useAct } from '../useAct';
import { type Appointment, takeStep, useAppointments } from './api';
import classes from './appointments.module.css';
import { BookDialog } from './BookDialog';
import { byDay, mayMove, stepsOf } from './week';

const daysShown = 7;

const tones: Record<Appointment['state'], Tone> = {
  booked: 'warn',
  confirmed: 'accent',
  called: 'accent',
  kept: 'good',
  no_show: 'bad',
  cancelled: 'outline',
};

export default function AppointmentsPage() {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const search = readAppointmentsSearch(useSearch({ strict: false }));
  const formats = useFormats();
  const { timeZone } = useLocale();
  const today = useToday();
  const from = search.from ?? today;
  const days = Array.from({ length: daysShown }, (_, index) => addDays(from, index));
  const teams = useTeams().data?.items ?? [];
  const query = useAppointments(startOf(from, timeZone), search.team ?? '');
  const [dialog, setDialog] = useState<Appointment | 'new' | null>(null);
  const show = (change: { from?: string | undefined; team?: string | undefined }) =>
    void navigate({ to: '/appointments', search: readAppointmentsSearch({ ...search, ...change }) });
  return (
    <Page
      title={t('appointments.title')}
      crumbs={[{ label: t('title'), to: '/desk' }]}
      actions={
        <Button
          look="primary"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            setDialog('new');
          }}
        >
          {t('appointments.book')}
        </Button>
      }
    >
      <div className={classes.bar}>
        <IconButton
          label={t('appointments.before')}
          onClick={() => {
            show({ from: addDays(from, -daysShown) });
          }}
        >
          <IconChevronLeft aria-hidden />
        </IconButton>
        <Button
          onClick={() => {
            show({ from: undefined });
          }}
        >
          {t('appointments.today')}
        </Button>
        <IconButton
          label={t('appointments.after')}
          onClick={() => {
            show({ from: addDays(from, daysShown) });
          }}
        >
          <IconChevronRight aria-hidden />
        </IconButton>
        <strong>{formats.range(from, addDays(from, daysShown - 1))}</strong>
        <span className={classes.team}>
          <Select
            label={t('appointments.team')}
            labelHidden
            empty={t('appointments.allTeams')}
            value={search.team ?? ''}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(team) => {
              show({ team });
            }}
          />
        </span>
      </div>
      <Loaded query={query} lines={6}>
        {({ items }) => {
          const week = byDay(items, days, (moment) => formats.dayOf(moment));
          const some = week.filter(({ appointments }) => appointments.length > 0);
          if (some.length === 0) {
            return (
              <EmptyState icon={<IconCalendarEvent />} title={t('appointments.none')} text={t('appointments.noneText')} />
            );
          }
          return (
            <div className={classes.days}>
              {some.map(({ day, appointments }) => (
                <Card key={day} title={formats.date(day)}>
                  <ul className={classes.list}>
                    {appointments.map((one) => (
                      <li key={one.id}>
                        <One
                          one={one}
                          onMove={() => {
                            setDialog(one);
                          }}
                        />
                      </li>
                    ))}
                  </ul>
                </Card>
              ))}
            </div>
          );
        }}
      </Loaded>
      {dialog && (
        <BookDialog
          moved={dialog === 'new' ? undefined : dialog}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
    </Page>
  );
}

function One({ one, onMove }: { one: Appointment; onMove: () => void }) {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const people = usePeople();
  const now = useClock();
  const { busy, act } = useAct();
  const { id, starts, ends, way, state, guest, agent, contact_id: contact } = one;
  return (
    <>
      <time dateTime={starts}>
        {formats.time(starts)}–{formats.time(ends)}
      </time>
      <span className={classes.who}>
        <strong dir="auto">{guest.name || guest.email || guest.phone || t('nobody')}</strong>
        <small dir="auto">
          {t(`appointments.ways.${way}`)} · {people.nameOf(agent)}
        </small>
      </span>
      <Tag tone={tones[state]}>{t(`appointments.states.${state}`)}</Tag>
      <span className={classes.acts}>
        {contact && state === 'called' && (
          <Link to="/desk" search={{ open: contact }}>
            {t('appointments.toContact')}
          </Link>
        )}
        {mayMove(one) && (
          <Button look="quiet" onClick={onMove}>
            {t('appointments.move')}
          </Button>
        )}
        {stepsOf(one, now).map((step) => (
          <Button key={step} look="quiet" busy={busy} onClick={() => void act(() => takeStep(id, step))}>
            {t(`appointments.steps.${step as 'keep'}`)}
          </Button>
        ))}
      </span>
    </>
  );
}
