// One decision beside the list, explained: what the customer got and why, how each offer stood, and what came of it.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { neighbours } from '~/platform/neighbours';
import { Tag } from '~/ui/control/Tag';
import { Facts } from '~/ui/layout/Card';
import { Section } from '~/ui/layout/Section';
import { SidePanel } from '~/ui/layout/SidePanel';
import { useFormats } from '~/ui/text/locale';
import { useDecision } from '../api';
import classes from '../decisions.module.css';
import { useOffersSearch } from '../search';
import { useNames } from '../useNames';
import type { Explanation } from '../wire';
import { tones } from './reasons';
import { useLogList } from './useLogList';
import { Weighed } from './Weighed';

export function DecisionPanel({ id }: { id: string }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { show } = useOffersSearch();
  const query = useDecision(id);
  const decision = query.data;
  const ids = useLogList().source.rows.map((row) => row.id);
  return (
    <SidePanel
      title={decision ? formats.dateTime(decision.ts) : t('log.decision')}
      sub={
        decision && (
          <Tag tone={tones[decision.reason]} dot={decision.reason === 'chosen'}>
            {t(`reasons.${decision.reason}`)}
          </Tag>
        )
      }
      onClose={() => {
        show({ open: undefined });
      }}
      {...neighbours(ids, id, (open) => {
        show({ open });
      })}
    >
      <Loaded query={query} lines={10}>
        {(found) => (
          <>
            <Why decision={found} />
            <Weighed decision={found} />
            <Came decision={found} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Why({ decision }: { decision: Explanation }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const names = useNames();
  const { reason, offer, probability, placement, customer, segment, policy } = decision;
  const items = [
    { label: t('fields.place'), value: names.place(placement) },
    {
      label: t('log.customer'),
      value: customer ? (
        <Link to="/customers" search={{ open: customer }}>
          {t('log.toCustomer')}
        </Link>
      ) : (
        t('log.nobodyKnown')
      ),
    },
    { label: t('log.phase'), value: t(`phases.${decision.phase}`) },
    { label: t('log.bought'), value: t(decision.buyer ? 'log.buyer' : 'log.noBuyer') },
    ...(segment ? [{ label: t('log.segment'), value: names.segment(segment) }] : []),
    {
      label: t('log.version'),
      value: policy === 0 ? t('log.noVersion') : formats.number(policy),
    },
  ];
  return (
    <Section title={t('log.why')}>
      <p className={classes.because}>
        {t(`because.${reason}`, {
          name: offer ? names.offer(offer) : '',
          chance: formats.percent(probability),
        })}
      </p>
      <Facts items={items} />
    </Section>
  );
}

function Came({ decision }: { decision: Explanation }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { shown, dismissed, accepted, outcomes, repeatable, reason, margin } = decision;
  const steps = Object.entries({ shown, accepted, dismissed }).flatMap(([step, when]) =>
    when ? [{ step: step as 'shown' | 'accepted' | 'dismissed', when }] : [],
  );
  return (
    <Section title={t('log.cameTitle')}>
      {steps.length + outcomes.length === 0 && <p className={classes.quiet}>{t('came.nothing')}</p>}
      <ol className={classes.came}>
        {steps.map(({ step, when }) => (
          <li key={step}>
            <span>{t(`came.${step}`)}</span>
            <small>{formats.dateTime(when)}</small>
          </li>
        ))}
        {outcomes.map((outcome) => (
          <li key={`${outcome.event} ${outcome.ts}`}>
            <span>
              {t(outcome.sale ? 'log.sale' : 'log.refund', { margin: formats.money(outcome.margin) })}
            </span>
            <small>{formats.dateTime(outcome.ts)}</small>
          </li>
        ))}
      </ol>
      {outcomes.length > 0 && (
        <p className={classes.quiet}>
          {t(reason === 'chosen' ? 'log.followed' : 'log.followedNothing', {
            margin: formats.money(margin),
          })}
        </p>
      )}
      <p className={classes.quiet}>{t(repeatable ? 'log.repeatable' : 'log.notRepeatable')}</p>
    </Section>
  );
}
