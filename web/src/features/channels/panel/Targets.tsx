// The KPIs that the channel is steered by, with the value wanted of each.
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/control/Button';
import { useFormats, useLocale } from '~/ui/text/locale';
import { useKpis } from '../api';
import { useFieldEdit } from '../changes';
import { periodWords } from '../costs';
import { kpiName, targetValue } from '../kpis';
import type { Kpi, Target, View } from '../wire';
import { fieldOf } from '../words';
import { Section } from './Section';
import { TargetDialog } from './TargetDialog';
import classes from './panel.module.css';

export function Targets({ channel }: { channel: View }) {
  const { t } = useTranslation('channels');
  const edit = useFieldEdit();
  const { data } = useKpis();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const { id, targets } = channel;
  const kpis = data?.items ?? [];
  const save = (to: Target[]) => {
    setOpen(null);
    return edit({
      id,
      field: 'targets',
      from: targets,
      to,
      words: (list) => t('targets.summary', { count: list.length }),
    });
  };
  return (
    <Section
      id={fieldOf.kpi}
      title={t('fields.targets')}
      action={
        <Button
          look="quiet"
          icon={<IconPlus aria-hidden />}
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('targets.add')}
        </Button>
      }
    >
      {targets.length === 0 && <p className={classes.empty}>{t('targets.none')}</p>}
      <div className={classes.lines}>
        {targets.map((target, index) => (
          <TargetLine
            key={index}
            target={target}
            kpi={kpis.find(({ code }) => code === target.kpi)}
            onOpen={() => {
              setOpen(index);
            }}
          />
        ))}
      </div>
      {open !== null && kpis.length > 0 && (
        <TargetDialog
          target={typeof open === 'number' ? targets[open] : undefined}
          kpis={kpis}
          currency={channel.currency}
          onClose={() => {
            setOpen(null);
          }}
          onSave={(target) =>
            save(typeof open === 'number' ? targets.with(open, target) : [...targets, target])
          }
          onRemove={() => save(targets.filter((_, index) => index !== open))}
        />
      )}
    </Section>
  );
}

interface TargetLineProps {
  target: Target;
  kpi: Kpi | undefined;
  onOpen: () => void;
}

function TargetLine({ target, kpi, onOpen }: TargetLineProps) {
  const { t } = useTranslation('channels');
  const { language } = useLocale();
  const formats = useFormats();
  return (
    <button type="button" className={classes.line} onClick={onOpen}>
      <span className={classes.lineName}>{kpi ? kpiName(kpi, language) : target.kpi}</span>
      <span className={classes.amount}>{targetValue(target, kpi, t, formats)}</span>
      <span className={classes.sub}>{periodWords(target, t, formats)}</span>
    </button>
  );
}
