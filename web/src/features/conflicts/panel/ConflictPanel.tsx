// One conflict beside the list: both values and where each is changed, what it is about, who looks after it,
// whether it may stay, and what became of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { neighbours } from '~/platform/neighbours';
import { managing, mayDo, useMe } from '~/platform/session';
import { TrailSection } from '~/platform/TrailSection';
import { Button } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { Facts } from '~/ui/layout/Card';
import { Section } from '~/ui/layout/Section';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { useConflict, useHistory, useStanding } from '../api';
import { stateTones } from '../columns';
import { useConflictsSearch } from '../search';
import { useWords } from '../useWords';
import type { Conflict } from '../wire';
import { AcceptDialog } from './AcceptDialog';
import { Owner } from './Owner';
import { Sides } from './Sides';
import { useDecide } from './useDecide';
import classes from '../conflicts.module.css';

const trailFields = ['state', 'owner', 'reason', 'value', 'other_value'] as const;

export interface ConflictPanelProps {
  id: string;
  // Of the list beside it, for the next and the previous one.
  ids: readonly string[];
  onOpen: (id: string) => void;
}

export function ConflictPanel({ id, ids, onOpen }: ConflictPanelProps) {
  const { t } = useTranslation('conflicts');
  const words = useWords();
  const query = useConflict(id);
  const conflict = query.data;
  const { show } = useConflictsSearch();
  return (
    <SidePanel
      title={conflict ? words.subjectOf(conflict) : t('opened')}
      sub={
        conflict && (
          <>
            <Tag tone={stateTones[conflict.state]}>{t(`states.${conflict.state}`)}</Tag>
            <span>{t(`kinds.${conflict.kind}`)}</span>
          </>
        )
      }
      onClose={() => {
        show({ open: undefined });
      }}
      {...neighbours(ids, id, onOpen)}
    >
      <Loaded query={query} lines={10}>
        {(found) => <Body conflict={found} />}
      </Loaded>
    </SidePanel>
  );
}

function Body({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation('conflicts');
  const may = mayDo(useMe(), managing) && conflict.state !== 'resolved';
  return (
    <>
      <Sides conflict={conflict} />
      <About conflict={conflict} />
      {may && <Decide conflict={conflict} />}
      <TrailSection
        query={useHistory(conflict.id)}
        fields={trailFields}
        nameOf={(field) => t(`trail.${field}`)}
      />
    </>
  );
}

function About({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation('conflicts');
  const formats = useFormats();
  const words = useWords();
  const formula = useStanding().data?.rules.find(({ kind }) => kind === conflict.kind)?.formula;
  const day = (moment: string) => formats.date(formats.dayOf(moment));
  return (
    <Section title={t('about.title')}>
      <Facts
        items={[
          ...(conflict.sku ? [{ label: t('fields.sku'), value: conflict.sku }] : []),
          { label: t('fields.stake'), value: words.stakeOf(conflict) },
          { label: t('fields.since'), value: day(conflict.since) },
          ...(conflict.closed ? [{ label: t('fields.closed'), value: day(conflict.closed) }] : []),
          ...(conflict.reason ? [{ label: t('fields.reason'), value: conflict.reason }] : []),
        ]}
      />
      <p className={classes.quiet}>
        {conflict.no_stake === 'nothing_told' && `${t('about.nothingTold')} `}
        {formula}
      </p>
      {conflict.reported_only && <p className={classes.quiet}>{t('about.reportedOnly')}</p>}
    </Section>
  );
}

function Decide({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation('conflicts');
  const decide = useDecide();
  const [accepting, setAccepting] = useState(false);
  return (
    <Section title={t('decide.title')} note={t('decide.note')}>
      <Owner conflict={conflict} />
      <div className={classes.buttons}>
        {conflict.state === 'open' ? (
          <Button
            onClick={() => {
              setAccepting(true);
            }}
          >
            {t('decide.accept')}
          </Button>
        ) : (
          <Button onClick={() => void decide(conflict, { state: 'open' }, { state: 'accepted', reason: conflict.reason })}>
            {t('decide.open')}
          </Button>
        )}
      </div>
      {accepting && (
        <AcceptDialog
          conflict={conflict}
          onClose={() => {
            setAccepting(false);
          }}
        />
      )}
    </Section>
  );
}
